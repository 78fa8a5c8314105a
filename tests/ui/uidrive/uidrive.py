"""Sees and drives a GTK 4 window on a private X display, inside with-display.

Speaks AT-SPI over D-Bus itself, so that no cache of a client library is stale and every call has a time limit, and X11
through xdotool, xprop, xwininfo and ImageMagick's import.

    ui = UI()
    app = ui.app(pid=process.pid)          # waits until it has a window
    app.find('push button', 'Save').click()
    ui.key('ctrl+s')
    ui.wait(lambda: app.find_all('label', 'Saved'))
"""

import functools
import io
import json
import os
import re
import subprocess
import time

import gi
gi.require_version('Json', '1.0')
from gi.repository import Gio, GLib, Json  # noqa: E402

A = 'org.a11y.atspi.'
STATES = ('invalid active armed busy checked collapsed defunct editable enabled expandable expanded '
          'focusable focused has-tooltip horizontal iconified modal multi-line multiselectable opaque '
          'pressed resizable selectable selected sensitive showing single-line stale transient vertical '
          'visible manages-descendants indeterminate required truncated animated invalid-entry '
          'supports-autocompletion selectable-text is-default visited checkable has-popup read-only').split()
# AtspiRole, in order (at-spi2 2.46)
ROLES = ['invalid', 'accelerator label', 'alert', 'animation', 'arrow', 'calendar', 'canvas', 'check box',
         'check menu item', 'color chooser', 'column header', 'combo box', 'date editor', 'desktop icon',
         'desktop frame', 'dial', 'dialog', 'directory pane', 'drawing area', 'file chooser', 'filler',
         'focus traversable', 'font chooser', 'frame', 'glass pane', 'html container', 'icon', 'image',
         'internal frame', 'label', 'layered pane', 'list', 'list item', 'menu', 'menu bar', 'menu item',
         'option pane', 'page tab', 'page tab list', 'panel', 'password text', 'popup menu', 'progress bar',
         'push button', 'radio button', 'radio menu item', 'root pane', 'row header', 'scroll bar',
         'scroll pane', 'separator', 'slider', 'spin button', 'split pane', 'status bar', 'table',
         'table cell', 'table column header', 'table row header', 'tearoff menu item', 'terminal', 'text',
         'toggle button', 'tool bar', 'tool tip', 'tree', 'tree table', 'unknown', 'viewport', 'window',
         'extended', 'header', 'footer', 'paragraph', 'ruler', 'application', 'autocomplete', 'edit bar',
         'embedded', 'entry', 'chart', 'caption', 'document frame', 'heading', 'page', 'section',
         'redundant object', 'form', 'link', 'input method window', 'table row', 'tree item',
         'document spreadsheet', 'document presentation', 'document text', 'document web',
         'document email', 'comment', 'list box', 'grouping', 'image map', 'notification', 'info bar',
         'level bar', 'title bar', 'block quote', 'audio', 'video', 'definition', 'article', 'landmark',
         'log', 'marquee', 'math', 'rating', 'timer', 'static', 'math fraction', 'math root',
         'subscript', 'superscript', 'description list', 'description term', 'description value',
         'footnote', 'content deletion', 'content insertion', 'mark', 'suggestion', 'push button menu']
ROOT = ('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root')
NULL = '/org/a11y/atspi/null'


class UIError(Exception):
    pass


def run(*cmd, check=True, inp=None, timeout=20):
    r = subprocess.run(cmd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, input=inp, timeout=timeout)
    if check and r.returncode:
        raise UIError('%s: %s %s' % (' '.join(cmd), r.stdout.strip(), r.stderr.strip()))
    return r.stdout


class UI:
    def __init__(self, call_timeout=5.0):
        self.call_timeout = int(call_timeout * 1000)
        addr = os.environ.get('AT_SPI_BUS_ADDRESS')
        if not addr:
            s = Gio.bus_get_sync(Gio.BusType.SESSION, None)
            addr = s.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                               0, self.call_timeout, None).unpack()[0]
        F = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(
            addr, F.AUTHENTICATION_CLIENT | F.MESSAGE_BUS_CONNECTION, None, None)
        self.ctx = GLib.MainContext.default()
        self._focus = {}                    # bus name of an application -> path of what has its focus
        self.bus.signal_subscribe(None, A + 'Event.Object', 'StateChanged', None, 'focused',
                                  Gio.DBusSignalFlags.NONE, self._focus_changed)

    # ---- D-Bus
    def ask(self, dest, path, iface, method, args=None, timeout=None):
        try:
            return self.bus.call_sync(dest, path, iface, method, args, None, Gio.DBusCallFlags.NONE,
                                      timeout or self.call_timeout, None)
        except GLib.Error as e:
            raise UIError('%s %s.%s: %s' % (path, iface, method, e.message))

    def call(self, *args, **kw):
        return self.ask(*args, **kw).unpack()

    def many(self, calls):
        """Pipelined calls: [(dest, path, iface, method, args)] -> [tuple or None on error]"""
        out, left = [None] * len(calls), [len(calls)]
        def done(conn, res, i):
            try: out[i] = conn.call_finish(res).unpack()
            except GLib.Error: pass
            left[0] -= 1
        for i, (d, p, f, m, a) in enumerate(calls):
            self.bus.call(d, p, f, m, a, None, Gio.DBusCallFlags.NONE, self.call_timeout, None, done, i)
        while left[0]:
            self.ctx.iteration(True)
        return out

    # ---- the focus, of which every application tells; asking it for its whole tree takes a hundred times as long
    def _focus_changed(self, bus, dest, path, iface, signal, args):
        if args.get_child_value(1).get_int32():
            self._focus[dest] = path
        elif self._focus.get(dest) == path:
            self._focus[dest] = None

    def dispatch(self):
        while self.ctx.iteration(False): pass

    def focused(self, app):
        """(node, role, name) of what has APP's focus, or None."""
        while True:
            self.dispatch()
            path = self._focus.get(app.dest)
            if not path: return self.look_for_focus(app)
            node = Node(self, app.dest, path)
            try: seen = (node, node.role, node.name) if 'focused' in node.states else None
            except UIError: seen = None
            self.dispatch()                 # what came before the answers
            if self._focus.get(app.dest) == path: return seen or self.look_for_focus(app)

    def look_for_focus(self, app):
        """In the tree: GTK 4.18 does not tell of nodes that nobody asked for yet, GTK 4.8 not of what had the focus before it
        was there."""
        found = None
        def go(e):
            nonlocal found
            if 'focused' in e['states']: found = e
            for c in e['children']: go(c)
        go(app.snapshot(details=False))
        self.dispatch()
        if not found: return None
        self._focus[app.dest] = found['node'].path
        return found['node'], found['role'], found['name']

    def key_for_focus(self, app, key):
        """Press KEY and go on once the focus of APP has moved.  A key need not move it, and the inside of an entry
        does not tell of it: then go on after a while."""
        self.dispatch()
        before = self._focus.get(app.dest)
        run('xdotool', 'key', '--clearmodifiers', key)
        end = time.monotonic() + (1 if before else .12)
        while time.monotonic() < end:
            self.dispatch()
            now = self._focus.get(app.dest)
            if now and now != before: return
            if before and not now: before, end = None, time.monotonic() + .12
            time.sleep(.003)

    # ---- applications
    def apps(self):
        r = self.call(*ROOT, A + 'Accessible', 'GetChildren')[0]
        return [Node(self, d, p) for d, p in r if p != NULL]

    def app(self, name=None, pid=None, timeout=20, window=True):
        """The application whose AT-SPI name (program name) or a window's title contains NAME, or whose
        process id is PID; waits till it shows a window."""
        def look():
            for a in self.apps():
                try:
                    if pid and a.pid != pid: continue
                    kids = a.children()
                    if name and not (has(a.name, name) or any(has(k.name, name) for k in kids)): continue
                    if window and not any('showing' in k.states or 'visible' in k.states for k in kids): continue
                    return a
                except UIError:
                    pass
        return self.wait(look, timeout, 'application %s' % (name or pid))

    def wait(self, cond, timeout=10, what='condition', every=0.05):
        """Poll till COND() is true (an exception from a vanished node counts as false)."""
        end = time.monotonic() + timeout
        while True:
            try:
                r = cond()
                if r: return r
            except UIError:
                pass
            if time.monotonic() > end:
                raise UIError('timed out after %gs waiting for %s' % (timeout, what))
            time.sleep(every)

    # ---- input (X11, XTEST through xdotool)
    def key(self, *keys, delay=12):
        """Press keys or chords: ui.key('ctrl+s', 'Return', 'alt+F4')"""
        run('xdotool', 'key', '--clearmodifiers', '--delay', str(delay), *keys); self.settle()

    def type(self, text, delay=None):
        """Type TEXT into what has the focus.  ASCII goes key by key, anything else by Ctrl+Shift+U
        (xdotool type remaps keycodes: wrong capitals, and GTK stalls for seconds rebuilding keymaps)."""
        for part in re.findall(r'[\x20-\x7e]+|\n|\t|[^\x00-\x7f]+', text):
            if part == '\n': run('xdotool', 'key', 'Return')
            elif part == '\t': run('xdotool', 'key', 'Tab')
            elif part[0] < '\x7f': run('xdotool', 'type', '--delay', str(8 if delay is None else delay), '--', part)
            else: self.unicode(part)
        self.settle()

    def unicode(self, text):
        """GTK's own Ctrl+Shift+U hex input: no clipboard, no keymap change (needs gtk-im-context-simple)."""
        keys = []
        for ch in text: keys += ['ctrl+shift+u', *('%x' % ord(ch)), 'space']
        for i in range(0, len(keys), 400): run('xdotool', 'key', '--delay', '1', *keys[i:i + 400], timeout=60)

    def move(self, x, y):
        run('xdotool', 'mousemove', str(int(x)), str(int(y)))

    def click_at(self, x, y, button=1, count=1):
        """From elsewhere, as a hand comes: after a popover was closed by a key, GTK 4.8 does not always know what is
        below a pointer that rests, and drops the click."""
        run('xdotool', 'mousemove', '0', '0', 'sleep', '0.02', 'mousemove', str(int(x)), str(int(y)), 'sleep', '0.05',
            'click', '--repeat', str(count), '--delay', '60', str(button)); self.settle()

    def scroll(self, x, y, clicks=3):
        run('xdotool', 'mousemove', str(int(x)), str(int(y)), 'click', '--repeat', str(abs(clicks)), '--delay', '20',
            '5' if clicks > 0 else '4'); self.settle()

    def settle(self, secs=0.12):
        time.sleep(secs)

    # ---- X windows
    def xwindows(self):
        """Mapped client windows: id -> dict(x,y,w,h,pid,title,override,extents).  x,y = of the window's
        own content, in root coordinates; extents = _GTK_FRAME_EXTENTS (client-side shadow l,r,t,b)."""
        out = {}
        for line in run('xwininfo', '-root', '-tree').splitlines():
            if ': ()' in line: continue     # the window manager's own: programs' windows have a class
            m = re.match(r'\s+(0x[0-9a-f]+) (.*?):? \(.*\)\s+(\d+)x(\d+)[+-].*?\s+\+(-?\d+)\+(-?\d+)$', line)
            m = m or re.match(r'\s+(0x[0-9a-f]+) (.*?)\s+(\d+)x(\d+)[+-]\S+\s+\+(-?\d+)\+(-?\d+)$', line)
            if not m: continue
            wid, title, w, h, x, y = m.group(1), m.group(2), *map(int, m.groups()[2:])
            if w < 2 or h < 2: continue
            pr = run('xprop', '-id', wid, '_NET_WM_PID', '_GTK_FRAME_EXTENTS', '_NET_WM_WINDOW_TYPE', '_NET_WM_NAME', check=False)
            pid = re.search(r'_NET_WM_PID\(CARDINAL\) = (\d+)', pr)
            typ = re.search(r'_NET_WM_WINDOW_TYPE\(ATOM\) = (\S+)', pr)
            if not (pid or typ): continue
            info = run('xwininfo', '-id', wid, check=False)
            if 'IsViewable' not in info: continue
            ext = re.search(r'_GTK_FRAME_EXTENTS\(CARDINAL\) = (\d+), (\d+), (\d+), (\d+)', pr)
            nm = re.search(r'_NET_WM_NAME\(UTF8_STRING\) = "(.*)"', pr)
            out[wid] = dict(x=x, y=y, w=w, h=h, pid=int(pid.group(1)) if pid else 0,
                            title=nm.group(1) if nm else title.strip('"'), type=typ.group(1) if typ else '',
                            override='Override Redirect State: yes' in info,
                            extents=tuple(map(int, ext.groups())) if ext else (0, 0, 0, 0))
        return out

    def screenshot(self, path, app=None, timeout=20):
        """PNG of the whole screen, or cropped to APP's active (else first) window."""
        self.settle(0.1)
        cmd = ['import', '-silent', '-window', 'root']
        if app is not None:
            w = self.xwindow(app)
            if w:
                l, r, t, b = w['extents']
                cmd += ['-crop', '%dx%d+%d+%d' % (w['w'] - l - r, w['h'] - t - b, w['x'] + l, w['y'] + t), '+repage']
        run(*cmd, 'png:' + path, timeout=timeout)
        return path

    def screenshot_content(self, path, app):
        """PNG of what APP's first window draws, without the frame that the window manager adds."""
        frame = app.children()[0]
        x, y, w, h = frame.rect()
        run('import', '-silent', '-window', 'root', '-crop', '%dx%d+%d+%d' % (w, h, x, y), '+repage', 'png:' + path)

    def resize(self, window, width, height):
        """WINDOW: one of xwindows()"""
        wid = next(k for k, w in self.xwindows().items() if w == window)
        run('xdotool', 'windowsize', wid, str(width), str(height))

    def xwindow(self, app, frame=None, ws=None):
        """X window of FRAME (an AT-SPI window node), or of APP's active window."""
        ws = {k: w for k, w in (ws or self.xwindows()).items() if w['pid'] == app.pid and not w['override']}
        if frame is not None:
            x, y, fw, fh = frame.extents()
            same = [w for w in ws.values() if w['title'] == frame.name and
                    (w['w'] - sum(w['extents'][:2]), w['h'] - sum(w['extents'][2:])) == (fw, fh)]
            same = same or [w for w in ws.values() if w['title'] == frame.name] or \
                [w for w in ws.values() if (w['w'] - sum(w['extents'][:2]), w['h'] - sum(w['extents'][2:])) == (fw, fh)]
            if same: return same[0]
        act = run('xdotool', 'getactivewindow', check=False).strip()
        if act and hex(int(act)) in ws: return ws[hex(int(act))]
        return next(iter(ws.values()), None)



def has(hay, needle):
    if needle is None: return True
    if hasattr(needle, 'search'): return bool(needle.search(hay or ''))
    return needle.lower() in (hay or '').lower()


class Node:
    def __init__(self, ui, dest, path, parent=None):
        self.ui, self.dest, self.path, self._parent = ui, dest, path, parent

    def __eq__(self, o): return isinstance(o, Node) and (self.dest, self.path) == (o.dest, o.path)
    def __hash__(self): return hash((self.dest, self.path))
    def __repr__(self):
        try: return '<%s %r>' % (self.role, self.name)
        except UIError: return '<gone %s>' % self.path

    def call(self, iface, method, sig=None, *args, timeout=None):
        return self.ui.call(self.dest, self.path, A + iface, method, GLib.Variant(sig, args) if sig else None, timeout)

    def prop(self, iface, name):
        return self.ui.call(self.dest, self.path, 'org.freedesktop.DBus.Properties', 'Get',
                            GLib.Variant('(ss)', (A + iface, name)))[0]

    # ---- what it is
    @property
    def pid(self):
        return self.ui.call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                            'GetConnectionUnixProcessID', GLib.Variant('(s)', (self.dest,)))[0]
    @property
    def name(self): return self.prop('Accessible', 'Name')
    @property
    def description(self): return self.prop('Accessible', 'Description')
    @property
    def role(self):
        n = self.call('Accessible', 'GetRole')[0]
        return ROLES[n] if n < len(ROLES) else 'role-%d' % n
    @property
    def states(self): return unpack_states(self.call('Accessible', 'GetState')[0])
    @property
    def interfaces(self): return [i.replace(A, '') for i in self.call('Accessible', 'GetInterfaces')[0]]
    @property
    def relations(self):
        return [(t, [Node(self.ui, d, p) for d, p in objs]) for t, objs in self.call('Accessible', 'GetRelationSet')[0]]
    @property
    def parent(self):
        if self._parent: return self._parent
        d, p = self.prop('Accessible', 'Parent')
        return None if p == NULL else Node(self.ui, d, p)
    def children(self):
        return [Node(self.ui, d, p, self) for d, p in self.call('Accessible', 'GetChildren')[0] if p != NULL]
    @property
    def text(self):
        """Text interface, else the name (GTK 4 labels have their text in both)."""
        try:                                # end -1 gives '' for labels and entries in GTK 4.8
            return self.call('Text', 'GetText', '(ii)', 0, self.prop('Text', 'CharacterCount'))[0]
        except UIError: return self.name
    @property
    def caret(self): return self.prop('Text', 'CaretOffset')
    @property
    def value(self): return self.prop('Value', 'CurrentValue')
    @property
    def actions(self):
        try: return [self.call('Action', 'GetName', '(i)', i)[0] for i in range(self.prop('Action', 'NActions'))]
        except UIError: return []
    def do(self, action=0):
        """Do an action by its number or (any case) name; widget actions such as 'clipboard.copy',
        'menu.popup', 'window.close' are there too."""
        if not isinstance(action, int):
            acts = [a.lower() for a in self.actions]
            if action.lower() not in acts: raise UIError('%r has no action %r, only %s' % (self, action, acts))
        i = action if isinstance(action, int) else acts.index(action.lower())
        if not self.call('Action', 'DoAction', '(i)', i)[0]: raise UIError('action %r refused by %r' % (action, self))
        self.ui.settle(.32); return self    # a GtkButton's clicked comes 250 ms after its Click action
    def set_text(self, s):
        """EditableText: replace the contents without the keyboard."""
        if not self.call('EditableText', 'SetTextContents', '(s)', s)[0]: raise UIError('not editable: %r' % self)
        self.ui.settle(); return self

    # ---- where it is
    def extents(self):
        """x, y, w, h relative to its toplevel (GTK 4 knows no screen position)."""
        return self.call('Component', 'GetExtents', '(u)', 1)[0]
    def ancestors(self):
        out, n = [], self.parent
        while n is not None and n.dest == self.dest:
            out.append(n); n = n.parent
        return out
    @property
    def app(self):
        a = [self] + self.ancestors()
        return a[-1]
    @property
    def frame(self):
        """The toplevel window node this is in"""
        a = [self] + self.ancestors()
        return a[-2] if len(a) > 1 else None
    def rect(self, ws=None):
        """x, y, w, h on the X screen.  A popover is an X window of its own, while GTK 4.8 adds its
        position up as if it lay in its parent's corner: so take it from the popup window whose size
        the nearest ancestor has, else from the toplevel."""
        x, y, w, h = self.extents()
        ws = ws or self.ui.xwindows()
        app = self.app
        pid = app.pid
        pops = [v for v in ws.values() if v['override'] and v['pid'] == pid]
        if pops:
            for a in [self] + self.ancestors()[:-2]:
                try: ax, ay, aw, ah = a.extents()
                except UIError: continue
                for v in pops:
                    if (aw, ah) == (v['w'], v['h']): return v['x'] + x - ax, v['y'] + y - ay, w, h
        f = self.frame
        win = self.ui.xwindow(app, f, ws)
        if not win: raise UIError('no X window for %r' % f)
        l, r, t, b = win['extents']
        _, _, fw, fh = f.extents()          # a border in the window's CSS (solid-csd: 5 px) is not in it
        return (win['x'] + l + max(0, win['w'] - l - r - fw) // 2 + x,
                win['y'] + t + max(0, win['h'] - t - b - fh) // 2 + y, w, h)
    def in_popup(self):
        return any(a.name.startswith('GtkPopover') or a.role == 'menu' for a in self.ancestors()[:-2])
    def center(self):
        x, y, w, h = self.rect(); return x + w // 2, y + h // 2

    # ---- acting
    def click(self, mouse=False, button=1, count=1, at=None):
        """The AT-SPI action if the widget offers click/activate/toggle, else (or with mouse=True) a real
        pointer click in its middle, or AT a fraction (fx, fy) of its box."""
        if not mouse and button == 1 and count == 1 and at is None:
            acts = [a.lower() for a in self.actions]
            for a in ('click', 'toggle', 'activate'):
                if a in acts:
                    try: return self.do(a)
                    except UIError: break
        windows = self.ui.xwindows()
        x, y, w, h = self.rect(windows)
        fx, fy = at or (.5, .5)
        f = self.frame
        wx, wy, ww, wh = f.rect(windows) if f and f != self else (x, y, w, h)
        if not (wx <= x + w * fx <= wx + ww and wy <= y + h * fy <= wy + wh) and not self.in_popup():
            raise UIError('%r lies outside its window (scrolled away?): scroll or focus it first' % self)
        self.ui.click_at(x + w * fx, y + h * fy, button, count)
        return self
    def focus(self):
        """GrabFocus if the toolkit does it, else a mouse click."""
        try:
            if self.call('Component', 'GrabFocus')[0]:
                self.ui.settle()
                if 'focused' in self.states: return self
        except UIError: pass
        self.click(mouse=True); return self
    def type(self, text, **kw): self.ui.type(text, **kw); return self
    def scroll(self, clicks=3): self.ui.scroll(*self.center(), clicks); return self

    # ---- the tree
    def cached(self):
        """What the application tells of all nodes at once: path -> (entry, number of children), and path of the
        parent -> [(place, path)]."""
        # Python unpacks variants itself: by way of JSON it is five times as fast.
        answer = Json.gvariant_serialize_data(self.ui.ask(self.dest, '/org/a11y/atspi/cache', A + 'Cache', 'GetItems'))
        items, by_parent = {}, {}
        for ref, app, par, idx, n, ifs, name, role, desc, st in json.loads(answer[0])[0]:
            e = dict(role=ROLES[role] if role < len(ROLES) else 'role-%d' % role, name=name, description=desc,
                     states=unpack_states(st), interfaces=[i.replace(A, '') for i in ifs], children=[])
            items[ref[1]] = (e, n)
            by_parent.setdefault(par[1], []).append((idx, ref[1]))
        return items, by_parent

    def snapshot(self, details=True):
        """The subtree as dicts(node, role, name, description, states, interfaces, children
        [, text, value, actions, extents]).  GTK's a11y cache gives all realised nodes in one call
        (900 nodes: 70 ms; asking node by node: 830 ms); where it does not have each of a node's
        children, they are asked for, which also makes GTK realise them."""
        P = 'org.freedesktop.DBus.Properties'
        items, by_parent = self.cached()
        kids_of, todo, is_stale = {}, [self.path], False
        while todo:
            ask = []
            while todo:
                p = todo.pop()
                known = sorted(by_parent.get(p, []))
                if p in kids_of: continue
                if p in items and p != ROOT[1] and [place for place, _ in known] == list(range(items[p][1])):
                    kids_of[p] = [c for _, c in known]
                    todo += kids_of[p]
                else: ask.append(p)
            for p, r in zip(ask, self.ui.many([(self.dest, p, A + 'Accessible', 'GetChildren', None) for p in ask])):
                kids_of[p] = [c for d, c in (r[0] if r else []) if c != NULL]
                todo += kids_of[p]
            is_stale = is_stale or any(p not in items for p in todo)
        if is_stale: items, by_parent = self.cached()
        flat = []
        def build(p, parent):
            e = items.get(p, (None,))[0] or dict(role='?', name='', description='', states=[], interfaces=[], children=[])
            e = dict(e, node=self if p == self.path else Node(self.ui, self.dest, p, parent))
            e['children'] = [build(c, e['node']) for c in kids_of.get(p, []) if c in items and c != p]
            flat.append(e)
            return e
        root = build(self.path, self._parent)
        if details:
            more = []
            for e in flat:
                n, i = e['node'], e['interfaces']
                if 'Text' in i: more.append((e, 'text', (n.dest, n.path, A + 'Text', 'GetText', GLib.Variant('(ii)', (0, 10 ** 6)))))
                if 'Value' in i: more.append((e, 'value', (n.dest, n.path, P, 'Get', GLib.Variant('(ss)', (A + 'Value', 'CurrentValue')))))
                if 'Action' in i: more.append((e, 'actions', (n.dest, n.path, A + 'Action', 'GetActions', None)))
                if 'Component' in i: more.append((e, 'extents', (n.dest, n.path, A + 'Component', 'GetExtents', GLib.Variant('(u)', (1,)))))
            for (e, k, _), r in zip(more, self.ui.many([m[2] for m in more])):
                if r is not None: e[k] = [x[0] for x in r[0]] if k == 'actions' else r[0]
        return root

    def dump_text(self):
        out = io.StringIO()
        self.dump(out)
        return out.getvalue()

    def dump(self, out, showing=False, limit=None, widget_actions=False):
        def go(e, ind, k=0):
            if showing and ind and not ({'showing', 'visible'} & set(e['states'])): return
            s = '  ' * ind + e.get('role', '?')
            if e.get('name'): s += ' ' + json.dumps(e['name'], ensure_ascii=False)
            if e.get('description'): s += ' desc=' + json.dumps(e['description'], ensure_ascii=False)
            if e.get('text') is not None and e.get('text') != e.get('name'):
                s += ' text=' + json.dumps(e['text'] if len(e['text']) < 300 else e['text'][:300] + '…', ensure_ascii=False)
            if e.get('value') is not None: s += ' value=%g' % e['value']
            acts = [a for a in e.get('actions') or [] if widget_actions or '.' not in a]
            if acts: s += ' actions=' + ','.join(acts)
            if e.get('extents'): s += ' @%d,%d %dx%d' % e['extents']
            st = [x for x in e.get('states', []) if x not in ('enabled', 'sensitive', 'visible', 'showing', 'opaque')]
            if e.get('states') is not None and 'sensitive' not in e['states']: st.insert(0, 'INSENSITIVE')
            if e.get('states') is not None and not ({'showing', 'visible'} & set(e['states'])): st.insert(0, 'HIDDEN')
            if st: s += ' [' + ' '.join(st) + ']'
            print(s, file=out)
            for i, c in enumerate(e['children']):
                if limit and i >= limit:
                    print('  ' * (ind + 1) + '… %d more' % (len(e['children']) - limit), file=out); break
                go(c, ind + 1)
        go(self.snapshot(), 0)

    def find_all(self, role=None, name=None, text=None, states=(), showing=True, exact=False, where=None):
        """Depth-first matches.  NAME: substring (any case) or compiled regex, or the whole name with exact=True."""
        out = []
        def go(e):
            ok = e.get('role') != '?' and (role is None or e['role'] == role)
            ok = ok and (name is None or (e['name'] == name if exact else has(e['name'], name)))
            ok = ok and (text is None or has(e.get('text') or '', text))
            ok = ok and set(states) <= set(e['states'])
            ok = ok and (not showing or {'showing', 'visible'} & set(e['states']) or e['role'] == 'application')
            if ok and (where is None or where(e)): out.append(e['node'])
            for c in e['children']: go(c)
        go(self.snapshot(details=text is not None or where is not None))
        if showing and out:
            # GTK 4.8 calls unmapped widgets (other pages of a stack) visible; never-shown ones are 0x0
            ext = self.ui.many([(n.dest, n.path, A + 'Component', 'GetExtents', GLib.Variant('(u)', (1,))) for n in out])
            out = [n for n, e in zip(out, ext) if e is None or e[0][2] > 0 and e[0][3] > 0]
        return out

    def find(self, role=None, name=None, timeout=5, index=0, **kw):
        def look():
            r = self.find_all(role, name, **kw)
            return [r[index]] if len(r) > index else None
        return self.ui.wait(look, timeout, 'a node role=%r name=%r %s' % (role, name, kw or ''))[0]


def unpack_states(words):
    return list(named_states(words[0] | (words[1] << 32 if len(words) > 1 else 0)))


@functools.lru_cache(None)
def named_states(bits):
    return [s for i, s in enumerate(STATES) if bits >> i & 1]


