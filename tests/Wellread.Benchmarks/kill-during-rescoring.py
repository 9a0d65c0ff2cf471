#!/usr/bin/env python3
"""Kills the service (kill -9) while it scores stored articles anew after a change of the model, and looks whether it goes on where it was.

Usage: kill-during-rescoring.py WELLREAD.DLL [KILLS]. Serves 200 feeds of 40 items on loopback, shares one article, changes the model, kills KILLS times (3), and
ends with what the store holds. Each kill costs the half minute until the dead one's lease has run out.
"""
import hashlib, json, os, random, shutil, signal, sqlite3, struct, sys, tempfile, time

from loopback import Answers, Service, rss, serve, write_pack

FEEDS, ITEMS = 200, 40
FILL = "walk water vegetables doctor nurse clinic risk week children adults older people food salt sugar sleep habit daily simple family talk ask check heart".split()


def feed(number):
    dice = random.Random(number)
    words = lambda n: " ".join(dice.choice(FILL) for _ in range(n))
    return rss("Feed", [(f"How {words(3)} can help your heart ({number}-{i})", f"https://news{number}.example.org/{i}", f"Your {words(9)}. Try {words(10)}. Ask your doctor.")
                        for i in range(ITEMS)])


class Feeds(Answers):
    def do_GET(self):
        self.answer(200, feed(int(self.path.strip("/"))))


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
    folder, port = tempfile.mkdtemp(prefix="wellread-"), serve(Feeds)
    start = lambda: Service(dll, folder, port, Refresh__Enabled="false", Scoring__ModelPath=f"{folder}/models")
    try:
        shutil.copytree(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../models"), f"{folder}/models")
        write_pack(folder, [f"http://127.0.0.1:{port}/{i}" for i in range(FEEDS)])
        service = start()
        job = service.call("/api/v1/refreshes", {})["id"]
        while service.call(f"/api/v1/refreshes/{job}")["status"] == "running":
            time.sleep(0.5)
        shared = service.call("/api/v1/suggestions?limit=1")["items"][0]["id"]
        service.call(f"/api/v1/suggestions/{shared}/decisions", {"action": "shared", "channel": "x"})
        service.end()
        print("stored:", versions(folder))
        other_model(f"{folder}/models/friendliness.bin")
        for turn in range(kills + 1):
            service, began, first = start(), time.monotonic(), None
            while True:
                now = service.call("/api/v1/model")["rescoring"]
                if now is None:
                    time.sleep(0.02)
                    continue
                first = first or now
                if turn < kills and now["done"] > first["done"] and now["finishedAt"] is None:
                    print(f"start {turn + 1}: went on from {first['done']} of {first['total']}, killed at {now['done']}")
                    service.end(signal.SIGKILL)
                    break
                if now["finishedAt"]:
                    print(f"start {turn + 1}: went on from {first['done']}, finished {now['done']} of {now['total']} after {time.monotonic() - began:.0f} s, {service.cpu():.1f} s of CPU, begun {now['startedAt']}")
                    break
                time.sleep(0.02)
        decisions = service.call(f"/api/v1/suggestions/{shared}/decisions")["items"]
        service.end()
        print("stored:", versions(folder), "decision kept:", [decision["action"] for decision in decisions] == ["shared"])
    finally:
        if service.process.poll() is None:
            service.process.kill()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3)
