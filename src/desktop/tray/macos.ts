/** @module The icon on macOS: NSStatusItem, held by osascript. Never run on a real one yet. */

import type { Helper } from './child.ts';

const script = String.raw`
ObjC.import("Cocoa");
const app = $.NSApplication.sharedApplication;
app.setActivationPolicy($.NSApplicationActivationPolicyAccessory);
const item = $.NSStatusBar.systemStatusBar.statusItemWithLength(-1);
const input = $.NSFileHandle.fileHandleWithStandardInput;
const tell = (value) =>
  $.NSFileHandle.fileHandleWithStandardOutput.writeData($(JSON.stringify(value) + '\n').dataUsingEncoding($.NSUTF8StringEncoding));
let target;
const show = (view) => {
  const data = $.NSData.alloc.initWithBase64EncodedStringOptions($(view.icon), 0);
  const image = $.NSImage.alloc.initWithData(data);
  image.setSize($.NSMakeSize(18, 18));
  item.button.setImage(image);
  item.button.setToolTip($(view.title + '\n' + view.text));
  const menu = $.NSMenu.alloc.init;
  menu.setAutoenablesItems(false);
  for (const one of view.items) {
    if (one.label === '') {
      menu.addItem($.NSMenuItem.separatorItem);
      continue;
    }
    const entry = $.NSMenuItem.alloc.initWithTitleActionKeyEquivalent($(one.label), 'chosen:', $(''));
    entry.setTarget(target);
    entry.setEnabled(one.enabled);
    entry.setRepresentedObject($(one.id));
    menu.addItem(entry);
  }
  item.setMenu(menu);
};
let rest = $.NSMutableData.alloc.init;
const heard = (data) => {
  if (data.length === 0) return app.terminate(null);
  rest.appendData(data);
  // Lines may come in pieces, and a piece may end within a character: what is whole is read.
  const text = ObjC.unwrap($.NSString.alloc.initWithDataEncoding(rest, $.NSUTF8StringEncoding));
  if (text !== undefined && text.endsWith('\n')) {
    rest = $.NSMutableData.alloc.init;
    for (const line of text.split('\n')) if (line !== '') show(JSON.parse(line).show);
  }
  input.readInBackgroundAndNotify;
};
ObjC.registerSubclass({
  name: 'OpenCshisTray',
  methods: {
    'chosen:': { types: ['void', ['id']], implementation: (from) => tell({ chosen: ObjC.unwrap(from.representedObject) }) },
    'heard:': {
      types: ['void', ['id']],
      implementation: (note) => heard(note.userInfo.objectForKey($.NSFileHandleNotificationDataItem)),
    },
  },
});
target = $.OpenCshisTray.alloc.init;
$.NSNotificationCenter.defaultCenter.addObserverSelectorNameObject(target, 'heard:', $.NSFileHandleReadCompletionNotification, input);
input.readInBackgroundAndNotify;
tell({ ready: true });
app.run;
`;

export const macosHelper: Helper = { command: 'osascript', args: ['-l', 'JavaScript', '-e', script] };
