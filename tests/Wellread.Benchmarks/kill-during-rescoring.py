#!/usr/bin/env python3
"""Kills the service (kill -9) while it scores stored articles anew after a change of the model, and looks whether it goes on where it was.

Usage: kill-during-rescoring.py WELLREAD.DLL [KILLS]. Serves 200 feeds of 40 items on loopback, shares one article, changes the model, kills KILLS times (3), and
ends with what the store holds. Each kill costs the half minute until the dead one's lease has run out.
"""
import hashlib, http.server, json, os, random, shutil, sqlite3, struct, subprocess, sys, tempfile, threading, time, urllib.request

FEEDS, ITEMS = 200, 40
FILL = "walk water vegetables doctor nurse clinic risk week children adults older people food salt sugar sleep habit daily simple family talk ask check heart".split()


def feed(number):
    dice = random.Random(number)
    words = lambda n: " ".join(dice.choice(FILL) for _ in range(n))
    return ("<rss version='2.0'><channel><title>Feed</title><link>https://f.example.org/</link><description>d</description>" + "".join(
        f"<item><title>How {words(3)} can help your heart ({number}-{i})</title><link>https://news{number}.example.org/{i}</link>"
        f"<description>Your {words(9)}. Try {words(10)}. Ask your doctor.</description></item>" for i in range(ITEMS)) + "</channel></rss>").encode()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = feed(int(self.path.strip("/")))
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Service:
    def __init__(self, dll, folder, feeds):
        self.base = f"http://127.0.0.1:{random.randint(20000, 40000)}"
        environment = dict(os.environ, Feeds__Packs=f"{folder}/packs", Storage__Connection=f"sqlite:{folder}/wellread.db", Refresh__Enabled="false",
                           Scoring__ModelPath=f"{folder}/models", Feeds__AllowedPrivateEndpoints__0=f"127.0.0.1:{feeds}", Logging__LogLevel__Default="Warning")
        self.process = subprocess.Popen(["dotnet", dll, "--urls", self.base], env=environment, stdout=subprocess.DEVNULL)
        while True:
            try:
                self.call("/health/live")
                return
            except OSError:
                time.sleep(0.05)

    def call(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(urllib.request.Request(self.base + path, data=data, headers={"Content-Type": "application/json"}), timeout=30) as response:
            return json.load(response)

    def rescoring(self):
        return self.call("/api/v1/model")["rescoring"]

    def cpu(self):
        fields = open(f"/proc/{self.process.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self, kill):
        self.process.kill() if kill else self.process.terminate()
        self.process.wait()


def other_model(path):
    """The same model with another threshold, and so another version: the last constant but one is moved a little and the checksum made anew."""
    content = bytearray(open(path, "rb").read())
    at = len(content) - 32 - 8
    struct.pack_into("<f", content, at, struct.unpack_from("<f", content, at)[0] * 0.999)
    content[-32:] = hashlib.sha256(content[:-32]).digest()
    open(path + ".new", "wb").write(content)
    os.replace(path + ".new", path)


def versions(folder):
    with sqlite3.connect(f"file:{folder}/wellread.db?mode=ro", uri=True) as db:
        table = next(name for (name, sql) in db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'") if "body" in sql.lower())
        counts = {}
        for (body,) in db.execute(f"SELECT body FROM {table} WHERE kind = 'article'"):
            version = json.loads(body)["assessment"]["modelVersion"]
            counts[version] = counts.get(version, 0) + 1
        return counts


def main(dll, kills):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    folder = tempfile.mkdtemp(prefix="wellread-")
    try:
        os.mkdir(f"{folder}/packs")
        shutil.copytree(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../models"), f"{folder}/models")
        outlines = "".join(f"<outline type='rss' text='Feed {i}' xmlUrl='http://127.0.0.1:{server.server_port}/{i}' language='en' />" for i in range(FEEDS))
        open(f"{folder}/packs/all.opml", "w").write(f"<opml version='2.0'><head/><body>{outlines}</body></opml>")
        service = Service(dll, folder, server.server_port)
        job = service.call("/api/v1/refreshes", {})["id"]
        while service.call(f"/api/v1/refreshes/{job}")["status"] == "running":
            time.sleep(0.5)
        shared = service.call("/api/v1/suggestions?limit=1")["items"][0]["id"]
        service.call(f"/api/v1/suggestions/{shared}/decisions", {"action": "shared", "channel": "x"})
        service.end(kill=False)
        print("stored:", versions(folder))
        other_model(f"{folder}/models/friendliness.bin")
        for turn in range(kills + 1):
            service, began, first = Service(dll, folder, server.server_port), time.monotonic(), None
            while True:
                now = service.rescoring()
                if now is None:
                    time.sleep(0.02)
                    continue
                first = first or now
                if turn < kills and now["done"] > first["done"] and now["finishedAt"] is None:
                    print(f"start {turn + 1}: went on from {first['done']} of {first['total']}, killed at {now['done']}")
                    service.end(kill=True)
                    break
                if now["finishedAt"]:
                    print(f"start {turn + 1}: went on from {first['done']}, finished {now['done']} of {now['total']} after {time.monotonic() - began:.0f} s, {service.cpu():.1f} s of CPU, begun {now['startedAt']}")
                    break
                time.sleep(0.02)
        decisions = service.call(f"/api/v1/suggestions/{shared}/decisions")["items"]
        service.end(kill=False)
        print("stored:", versions(folder), "decision kept:", [decision["action"] for decision in decisions] == ["shared"])
    finally:
        if service.process.poll() is None:
            service.process.kill()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3)
