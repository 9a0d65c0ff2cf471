"""What the scripts that kill the service have in common: a web of theirs and the service, both on loopback."""
import http.server, json, os, signal, socket, subprocess, threading, time, urllib.request


class QuietServer(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A killed service leaves its answers unread."""


class Answers(http.server.BaseHTTPRequestHandler):
    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def serve(handler):
    """Answers by this handler until the script ends; gives the port."""
    server = QuietServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


def rss(title, items):
    """A feed of these items, each a title, a link and a description."""
    inside = "".join(f"<item><title>{name}</title><link>{link}</link><description>{text}</description></item>" for name, link, text in items)
    return f"<rss version='2.0'><channel><title>{title}</title><link>https://news.example.org</link><description>-</description>{inside}</channel></rss>".encode()


def write_pack(folder, urls):
    """The feeds that the service reads: one pack in place of the one before."""
    os.makedirs(f"{folder}/packs", exist_ok=True)
    outlines = "".join(f"<outline type='rss' text='Feed {number}' xmlUrl='{url}' audience='consumer' language='en'/>" for number, url in enumerate(urls))
    with open(f"{folder}/packs/test.opml", "w") as pack:
        pack.write(f"<opml version='2.0'><head/><body>{outlines}</body></opml>")


class Service:
    """The service under test. What it keeps is in the folder, so the next one goes on from there; its feeds are at the port."""

    def __init__(self, dll, folder, port, **settings):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.base = f"http://127.0.0.1:{probe.getsockname()[1]}"
        environment = dict(os.environ, Feeds__Packs=f"{folder}/packs", Feeds__AllowedPrivateEndpoints__0=f"127.0.0.1:{port}",
                           Storage__Connection=f"sqlite:{folder}/wellread.db", Logging__LogLevel__Default="Error", **settings)
        self.process = subprocess.Popen(["dotnet", dll, "--urls", self.base], env=environment, stdout=subprocess.DEVNULL)
        self.until(lambda: self.call("/health/live"), "The service did not start.")

    def call(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as response:
            return json.load(response)

    def until(self, look, otherwise):
        """What the look gives as soon as it gives something; ends the script after a minute."""
        for _ in range(600):
            try:
                if found := look():
                    return found
            except OSError:
                if self.process.poll() is not None:
                    break
            time.sleep(0.1)
        self.end(signal.SIGKILL)
        raise SystemExit(otherwise)

    def cpu(self):
        """Seconds of processor time so far."""
        with open(f"/proc/{self.process.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait()
