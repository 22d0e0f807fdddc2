/** @module A raw buffer drawn as a ruler beside its fields: pointing at a field shows its bytes, and the other way round. */

import { useEffect, useMemo, useState } from 'preact/hooks';
import { Scroll } from '../scroll.tsx';
import { t, word } from '../words.ts';
import { type AnsweredBuffer, type Mark, type Ruler, stepMark, textOf } from './ruler.ts';
import { type Book, findTable } from './types.ts';

const wide = matchMedia('(min-width: 70rem)');
/** Ten bytes a row, so that a place is read as the manual counts it; twenty where there is room. */
function useColumns(): number {
  const [columns, setColumns] = useState(wide.matches ? 20 : 10);
  useEffect(() => {
    const follow = (): void => setColumns(wide.matches ? 20 : 10);
    wide.addEventListener('change', follow);
    return () => wide.removeEventListener('change', follow);
  }, []);
  return columns;
}

interface Pointing {
  readonly on: Mark | undefined;
  point(mark: Mark | undefined): void;
}
const overlaps = (mark: Mark | undefined, from: number, to: number): boolean =>
  mark !== undefined && mark.field.from <= to && mark.field.to >= from;

interface RowProps extends Pointing {
  readonly ruler: Ruler;
  readonly start: number;
  readonly columns: number;
}
function Row({ ruler, start, columns, on, point }: RowProps) {
  const touched = overlaps(on, start + 1, start + columns) ? on : undefined;
  return useMemo(
    () => (
      <div class="bytes">
        <span class="place">{start + 1}</span>
        {ruler.cells.slice(start, start + columns).map((cell) => {
          const mark = ruler.markAt[cell.at - 1];
          const own = mark === undefined ? 'byte' : `byte s${mark.shade}`;
          const edge = mark !== undefined && mark.field.from === cell.at ? ' first' : '';
          return (
            <span
              key={cell.at}
              class={`${own}${edge}${mark !== undefined && mark === touched ? ' on' : ''}`}
              data-at={cell.at}
              data-field={mark?.field.name}
              onPointerEnter={() => point(mark)}
            >
              <b>{cell.hex}</b>
              <i>{cell.text}</i>
            </span>
          );
        })}
      </div>
    ),
    [ruler, start, columns, touched, point],
  );
}

const rangeOf = ({ field }: Mark): string => (field.from === field.to ? `${field.from}` : `${field.from}–${field.to}`);

/** A field's decoded value, by its name in the layout. */
function decodedAt(fields: unknown, name: string): unknown {
  return name
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>(
      (value, part) =>
        (value as { [key: string]: unknown } | undefined)?.[/^\d+$/.test(part) ? Number(part) - 1 : part],
      fields,
    );
}

interface FieldProps extends Pointing {
  readonly book: Book;
  readonly ruler: Ruler;
  readonly mark: Mark;
  readonly decoded: unknown;
}
function FieldRow({ book, ruler, mark, decoded, on, point }: FieldProps) {
  const touched = on === mark;
  return useMemo(() => {
    const { field } = mark;
    const value = decodedAt(decoded, field.name);
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : textOf(ruler, mark);
    const meaning = findTable(book, field.table)?.codes[text];
    return (
      <tr class={touched ? 'on' : ''} data-field={field.name} onPointerEnter={() => point(mark)}>
        <td class="number">
          <span class={`swatch s${mark.shade}`} aria-hidden="true" />
          {rangeOf(mark)}
        </td>
        <td>
          {word(field.title)} <code>{field.name}</code>
        </td>
        <td class="value">
          {text} {meaning && <small>{word(meaning)}</small>}
        </td>
      </tr>
    );
  }, [book, ruler, mark, decoded, touched, point]);
}

interface Props {
  readonly book: Book;
  readonly buffer: AnsweredBuffer;
  readonly decoded: unknown;
}
export function RulerView({ book, buffer, decoded }: Props) {
  const { ruler, param, bytes, asked, answered } = buffer;
  const columns = useColumns();
  const [on, point] = useState<Mark | undefined>(undefined);
  const arrows = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (by === undefined) return;
    event.preventDefault();
    const next = stepMark(ruler, on, by);
    point(next);
    if (next === undefined) return;
    const within = (event.currentTarget as HTMLElement).parentElement;
    for (const one of within?.querySelectorAll(
      `tr[data-field="${next.field.name}"], span[data-at="${next.field.from}"]`,
    ) ?? [])
      one.scrollIntoView({ block: 'nearest' });
  };
  const starts = Array.from({ length: Math.ceil(bytes.length / columns) }, (_, row) => row * columns);
  return (
    <section class="ruler" aria-label={param}>
      <h4>
        <code>{param}</code>{' '}
        <small>
          {t(`要求 ${asked ?? '—'}，回覆 ${answered} 位元組`, `${asked ?? '—'} bytes asked for, ${answered} answered`)}
        </small>
      </h4>
      {bytes.length > 0 && (
        <>
          <p class="quiet pointed" role="status">
            {on === undefined
              ? t('指向或以方向鍵選擇欄位', 'Point at a field, or choose one by the arrow keys')
              : `${rangeOf(on)} ${word(on.field.title)} ${on.field.name}`}
          </p>
          <Scroll
            kind="hexes"
            onKeyDown={arrows}
            onPointerLeave={() => point(undefined)}
            name={t(`${param} 的位元組：十六進位與 Big5 文字`, `The bytes of ${param}, in hex and as Big5 text`)}
          >
            {starts.map((start) => (
              <Row key={start} ruler={ruler} start={start} columns={columns} on={on} point={point} />
            ))}
          </Scroll>
          <Scroll
            kind="scroll fields"
            onKeyDown={arrows}
            onPointerLeave={() => point(undefined)}
            name={t(`${param} 的欄位`, `The fields of ${param}`)}
          >
            <table class="plain">
              <thead>
                <tr>
                  <th scope="col">{t('位元組', 'Bytes')}</th>
                  <th scope="col">{t('欄位', 'Field')}</th>
                  <th scope="col">{t('值', 'Value')}</th>
                </tr>
              </thead>
              <tbody>
                {ruler.marks.map((mark) => (
                  <FieldRow
                    key={mark.field.from}
                    book={book}
                    ruler={ruler}
                    mark={mark}
                    decoded={decoded}
                    on={on}
                    point={point}
                  />
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </section>
  );
}
