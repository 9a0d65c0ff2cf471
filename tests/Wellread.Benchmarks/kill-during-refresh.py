#!/usr/bin/env python3
"""Kills the service with SIGKILL while it refreshes, time and again, and checks that no decision it confirmed is lost.

Usage: kill-during-refresh.py WELLREAD.DLL [KILLS]. Feeds are served on loopback by this script, slowly, so that each kill falls into a refresh.
Prints one line a kill, and leaves with 1 where a decision that was answered with 2xx is missing after the restart.
"""
import http.server, json, os, signal, socket, subprocess, sys, tempfile, threading, time, urllib.request

ITEMS = 12


def feed(name):
    items = "".join(
        f"<item><title>{name}: walk a little every day to help your heart, part {i}</title><link>https://news.example.org/{name}/{i}</link>"
        f"<description>A short walk each day can help your heart and your blood pressure. Start with ten minutes and ask your doctor.</description></item>"
        for i in range(ITEMS))
    return f"<rss version='2.0'><channel><title>{name}</title><link>https://news.example.org</link><description>-</description>{items}</channel></rss>".encode()


class QuietServer(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """A killed service leaves its answers unread."""


class Feeds(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(0.15)
        body = feed(self.path.strip("/").replace("/", "-"))
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def call(base, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(base + path, data=data, headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=5) as response:
        return json.load(response)


def start(dll, base, folder, feeds_port):
    environment = dict(os.environ, Feeds__Packs=f"{folder}/packs", Feeds__AllowedPrivateEndpoints__0=f"127.0.0.1:{feeds_port}",
                       Storage__Connection=f"sqlite:{folder}/wellread.db", Logging__LogLevel__Default="Error")
    process = subprocess.Popen(["dotnet", dll, "--urls", base], env=environment)
    for _ in range(300):
        try:
            call(base, "/health/live")
            return process
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The service did not start.")


def await_refresh(base, known):
    """Waits until a refresh of this run of the program is under way: the lease of the killed one has to run out first."""
    for _ in range(300):
        job = call(base, "/api/v1/refreshes", {})
        if job["id"] not in known and job["due"] > 0:
            known.add(job["id"])
            return job
        time.sleep(0.1)
    raise SystemExit("No refresh started.")


def main():
    dll, kills = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20
    folder = tempfile.mkdtemp(prefix="wellread-kill-")
    os.mkdir(f"{folder}/packs")
    server = QuietServer(("127.0.0.1", 0), Feeds)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{free_port()}"
    confirmed, known, lost = {}, set(), 0
    for kill in range(kills + 1):
        # New feeds each time, so that there is always a refresh to fall into.
        outlines = "".join(f"<outline text='f{kill}-{n}' xmlUrl='http://127.0.0.1:{server.server_port}/f{kill}/{n}' audience='consumer' language='en'/>" for n in range(30))
        with open(f"{folder}/packs/test.opml", "w") as pack:
            pack.write(f"<opml version='2.0'><head/><body>{outlines}</body></opml>")
        process = start(dll, base, folder, server.server_port)
        missing = [i for i, action in confirmed.items() if call(base, f"/api/v1/suggestions/{i}/decisions")["items"][-1:] == []]
        lost += len(missing)
        decided = 0
        job = await_refresh(base, known)
        # Each kill a little later after the first decision, and always while feeds are still to be visited.
        until = None
        while until is None or time.time() < until:
            for item in call(base, "/api/v1/suggestions?limit=5")["items"]:
                call(base, f"/api/v1/suggestions/{item['id']}/decisions", {"action": "approve"})
                confirmed[item["id"]] = "approve"
                decided += 1
                until = until or time.time() + 0.05 + 0.1 * kill
        running = call(base, f"/api/v1/refreshes/{job['id']}")["status"] == "running"
        process.send_signal(signal.SIGKILL)
        process.wait()
        print(f"kill {kill}: {decided} decisions confirmed before it, {'during a refresh' if running else 'BETWEEN REFRESHES'}, {len(missing)} of {len(confirmed)} missing after the restart", flush=True)
    print(f"{kills} kills, {len(confirmed)} decisions confirmed, {lost} lost")
    raise SystemExit(1 if lost or not confirmed else 0)


main()
