import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeFeatures, decodePinCommand, decodeProperties, encodeFeatures, encodePinCommand } from './pin-pad.ts';
import { platforms } from './platform.ts';

const byte = fc.integer({ min: 0, max: 255 });

test('features read back as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(byte, fc.integer({ min: 0, max: 0xffffffff })), { maxLength: 40 }), (list) => {
      const features = new Map(list);
      assert.deepEqual(decodeFeatures(encodeFeatures(features)), features);
    }),
  );
});

test('no bytes whatever break the reading of features, properties or commands', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, twice) => {
      decodeFeatures(bytes);
      decodeProperties(bytes);
      const command = decodePinCommand(bytes, twice);
      assert.ok(command === undefined || (command.min >= 1 && command.max >= command.min));
    }),
    { numRuns: 1000 },
  );
});

test('a list of features that is cut anywhere within an entry is none', () => {
  const whole = encodeFeatures(new Map([[6, 0x42330006]]));
  for (let length = 1; length < whole.length; length++)
    assert.equal(decodeFeatures(whole.subarray(0, length)), undefined);
  assert.equal(decodeFeatures(new Uint8Array(0))?.size, 0);
});

test('a PIN command reads back as it was written', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      fc.integer({ min: 1, max: 16 }),
      fc.integer({ min: 0, max: 16 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 255 }),
      (command, min, more, twice, timeout) => {
        const asked = { command, min, max: min + more, twice, timeout };
        assert.deepEqual(decodePinCommand(encodePinCommand(asked), twice), asked);
      },
    ),
  );
});

test('PC/SC part 10, 2.5.2 and 2.5.3: the structures byte by byte', () => {
  const hex = (twice: boolean, command: string) =>
    Buffer.from(
      encodePinCommand({ command: Buffer.from(command, 'hex'), min: 4, max: 12, twice, timeout: 30 }),
    ).toString('hex');
  //                      times fmt blk len maxmin ent msg lang idx teo    length   apdu
  assert.equal(hex(false, '00200001'), '1e1e8200000c0402010404000000000500000000' + '20000100');
  //                      times fmt blk len off  maxmin conf ent msg lang idx    teo    length   apdu
  assert.equal(hex(true, '00240101'), '1e1e82000000000c040102020404000102000000050000000024010100');
});

test('properties are little-endian, and unknown ones are passed over', () => {
  const bytes = Buffer.from(
    '01021002' + '060104' + '070110' + '0b026b0c' + '0c026b00' + '08054142434445' + '0a0400010000',
    'hex',
  );
  assert.deepEqual(decodeProperties(bytes), { minPin: 4, maxPin: 16, vendor: 0x0c6b, product: 0x006b });
});

test('control codes are those of pcsclite.h and of winsmcrd.h', () => {
  assert.equal(platforms.linux.controlCode(3400), 0x42000d48);
  assert.equal(platforms.darwin.controlCode(3400), 0x42000d48);
  assert.equal(platforms.win32.controlCode(3400), 0x313520);
});
