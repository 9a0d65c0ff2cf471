#!/usr/bin/env python3
"""Kills the service with SIGKILL while it tells a webhook of approvals, time and again, and checks that no approval it confirmed goes untold.

Usage: kill-during-webhooks.py WELLREAD.DLL [KILLS]. Feed and receiver are this script, on loopback; the receiver is slow and refuses one time in four, so that kills fall
into attempts. Prints one line a kill, and leaves with 1 where an approval that was answered with 2xx was never taken, a signature is wrong, or one event came under two ids.
"""
import base64, collections, hashlib, hmac, http.server, json, os, random, signal, socket, subprocess, sys, tempfile, threading, time, urllib.error, urllib.request

ARTICLES = 200
SUBJECTS = ["walking", "sleep", "fruit", "water", "stretching", "sunscreen", "vaccines", "hearing", "teeth", "posture"]


def feed():
    items = "".join(
        f"<item><title>How {SUBJECTS[i % 10]} helps you stay well, part {i}</title><link>https://news.example.org/{i}</link>"
        f"<description>Here is what {SUBJECTS[i % 10]} can do for your health, number {i}. Start small and ask your doctor if you are not sure.</description></item>"
        for i in range(ARTICLES))
    return f"<rss version='2.0'><channel><title>News</title><link>https://news.example.org</link><description>-</description>{items}</channel></rss>".encode()


class QuietServer(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A killed service leaves its answers unread."""


class World(http.server.BaseHTTPRequestHandler):
    received = []
    dice = random.Random(7)

    def do_GET(self):
        self.answer(200, feed())

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        time.sleep(self.dice.uniform(0, 0.2))
        # Twice at most, or the schedule would have the end of this wait for half an hour.
        fails = self.dice.random() < 0.25 and sum(one[0] == self.headers["webhook-id"] for one in World.received) < 2
        World.received.append((self.headers["webhook-id"], self.headers["webhook-timestamp"], self.headers["webhook-signature"], body, not fails))
        self.answer(500 if fails else 200, b"")

    def answer(self, status, body):
        self.send_response(status)
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
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.load(response)


def start(dll, base, folder, port):
    environment = dict(os.environ, Feeds__Packs=f"{folder}/packs", Feeds__AllowedPrivateEndpoints__0=f"127.0.0.1:{port}", Webhooks__AllowedPrivateEndpoints__0=f"127.0.0.1:{port}",
                       Storage__Connection=f"sqlite:{folder}/wellread.db", Logging__LogLevel__Default="Error")
    process = subprocess.Popen(["dotnet", dll, "--urls", base], env=environment)
    for _ in range(600):
        try:
            call(base, "/health/live")
            return process
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The service did not start.")


def suggestions(base):
    for _ in range(600):
        try:
            items = call(base, "/api/v1/suggestions?limit=50")
            if items["items"] and not items["samples"] and not items["loading"]:
                return [item["id"] for item in items["items"]]
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.1)
    raise SystemExit("There is nothing to approve.")


def main():
    dll, kills = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10
    folder, dice = tempfile.mkdtemp(prefix="wellread-kill-"), random.Random(11)
    os.mkdir(f"{folder}/packs")
    server = QuietServer(("127.0.0.1", 0), World)
    port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with open(f"{folder}/packs/test.opml", "w") as pack:
        pack.write(f"<opml version='2.0'><head/><body><outline type='rss' text='News' xmlUrl='http://127.0.0.1:{port}/feed'/></body></opml>")
    base, approved, secret = f"http://127.0.0.1:{free_port()}", set(), None
    for kill in range(kills + 1):
        process = start(dll, base, folder, port)
        try:
            found = suggestions(base)
            if secret is None:
                secret = call(base, "/api/v1/webhooks", {"url": f"http://127.0.0.1:{port}/hook", "events": ["suggestion.ready"]})["secret"]
            if kill == kills:
                break
            for suggestion in found[:8]:
                call(base, f"/api/v1/suggestions/{suggestion}/decisions", {"action": "approve"})
                approved.add(suggestion)
            time.sleep(dice.uniform(0, 3) if kill % 3 else dice.uniform(15, 18))
        finally:
            if kill < kills:
                process.send_signal(signal.SIGKILL)
                process.wait()
        print(f"kill {kill + 1}: {len(approved)} approvals confirmed, {len(World.received)} messages received", flush=True)

    deadline = time.time() + 420
    while time.time() < deadline and approved - told():
        time.sleep(1)
    process.terminate()
    process.wait()
    key = base64.b64decode(secret.removeprefix("whsec_"))
    wrong = [1 for id, at, signature, body, _ in World.received
             if signature != "v1," + base64.b64encode(hmac.new(key, f"{id}.{at}.".encode() + body, hashlib.sha256).digest()).decode()]
    ids = collections.defaultdict(set)
    for id, _, _, body, _ in World.received:
        ids[json.loads(body)["data"]["suggestionId"]].add(id)
    missing, split = approved - told(), [one for one, some in ids.items() if len(some) > 1]
    print(f"{len(approved)} approvals, {len(World.received)} messages of {len(ids)} events, {len(missing)} never taken, {len(wrong)} signed wrongly, {len(split)} under two ids")
    sys.exit(1 if missing or wrong or split else 0)


def told():
    return {json.loads(body)["data"]["suggestionId"] for _, _, _, body, taken in list(World.received) if taken}


main()
