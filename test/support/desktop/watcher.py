"""A small panel on the session bus: StatusNotifierWatcher and host in one, written with libdbus and not by us.

Each item that registers is read and shown as a line of JSON; lines on standard input act on it:
  show                     the item and its menu as they are now
  click LABEL-PREFIX       chooses an item of the menu
  activate                 a click on the icon itself
  leave | come             the watcher's name is given up, and taken again
"""
import json
import sys
import threading

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
NAME = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
item = None


def say(**what):
    sys.stdout.write(json.dumps(what, ensure_ascii=False) + "\n")
    sys.stdout.flush()


class Watcher(dbus.service.Object):
    @dbus.service.method(NAME, in_signature="s", out_signature="", sender_keyword="sender")
    def RegisterStatusNotifierItem(self, service, sender=None):
        global item
        item = service if not service.startswith("/") else sender
        GLib.idle_add(registered)


def proxy(path):
    return bus.get_object(item, path, introspect=False)


def registered():
    say(event="registered", service=str(item))
    for signal in ("NewIcon", "NewToolTip", "NewStatus"):
        bus.add_signal_receiver(changed, signal_name=signal, dbus_interface=ITEM, bus_name=item)
    bus.add_signal_receiver(changed, signal_name="LayoutUpdated", dbus_interface=MENU, bus_name=item)
    return False


def changed(*_):
    show("changed")


def menu():
    path = dbus.Interface(proxy("/StatusNotifierItem"), dbus.PROPERTIES_IFACE).Get(ITEM, "Menu")
    return dbus.Interface(proxy(path), MENU)


def entries():
    _, (_, _, children) = menu().GetLayout(0, -1, dbus.Array([], signature="s"))
    return [
        {"id": int(number), "label": str(props.get("label", "")), "enabled": bool(props.get("enabled", True)),
         "separator": props.get("type", "") == "separator"}
        for number, props, _ in children
    ]


def show(event="shown"):
    try:
        props = dbus.Interface(proxy("/StatusNotifierItem"), dbus.PROPERTIES_IFACE).GetAll(ITEM)
        width, height, pixels = props["IconPixmap"][1]
        say(
            event=event,
            id=str(props["Id"]),
            title=str(props["Title"]),
            status=str(props["Status"]),
            tooltip=[str(props["ToolTip"][2]), str(props["ToolTip"][3])],
            icon={"width": int(width), "height": int(height), "pixels": bytes(pixels).hex()},
            menu=entries(),
        )
    except dbus.DBusException as error:
        say(event="error", name=error.get_dbus_name(), text=str(error))


def act(line):
    word, _, rest = line.strip().partition(" ")
    if word == "show":
        show()
    elif word == "click":
        found = [one for one in entries() if one["label"].startswith(rest)]
        if found:
            menu().Event(found[0]["id"], "clicked", dbus.String("", variant_level=1), dbus.UInt32(0))
        say(event="clicked", found=len(found))
    elif word == "activate":
        dbus.Interface(proxy("/StatusNotifierItem"), ITEM).Activate(0, 0)
        say(event="activated")
    elif word == "leave":
        bus.release_name(NAME)
        say(event="left")
    elif word == "come":
        bus.request_name(NAME)
        say(event="here")
    return False


def listen():
    for line in sys.stdin:
        GLib.idle_add(act, line)
    GLib.idle_add(loop.quit)


watcher = Watcher(bus, "/StatusNotifierWatcher")
loop = GLib.MainLoop()
threading.Thread(target=listen, daemon=True).start()
if "--late" not in sys.argv:
    act("come")
say(event="ready")
loop.run()
