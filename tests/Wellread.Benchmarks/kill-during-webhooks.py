#!/usr/bin/env python3
"""Kills the service with SIGKILL while it tells a webhook of approvals, time and again, and checks that no approval it confirmed goes untold.

Usage: kill-during-webhooks.py WELLREAD.DLL [KILLS]. Feed and receiver are this script, on loopback; the receiver is slow and refuses one time in four, so that kills fall
into attempts. Prints one line a kill, and leaves with 1 where an approval that was answered with 2xx was never taken, a signature is wrong, or one event came under two ids.
"""
import base64, collections, hashlib, hmac, json, random, signal, sys, tempfile, time

from loopback import Answers, Service, rss, serve, write_pack

ARTICLES = 200
SUBJECTS = ["walking", "sleep", "fruit", "water", "stretching", "sunscreen", "vaccines", "hearing", "teeth", "posture"]


def item(number):
    subject = SUBJECTS[number % 10]
    text = f"Here is what {subject} can do for your health, number {number}. Start small and ask your doctor if you are not sure."
    return f"How {subject} helps you stay well, part {number}", f"https://news.example.org/{number}", text


class World(Answers):
    received = []
    dice = random.Random(7)

    def do_GET(self):
        self.answer(200, rss("News", [item(number) for number in range(ARTICLES)]))

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        time.sleep(self.dice.uniform(0, 0.2))
        # Twice at most, or the schedule would have the end of this wait for half an hour.
        fails = self.dice.random() < 0.25 and sum(one[0] == self.headers["webhook-id"] for one in World.received) < 2
        World.received.append((self.headers["webhook-id"], self.headers["webhook-timestamp"], self.headers["webhook-signature"], body, not fails))
        self.answer(500 if fails else 200, b"")


def suggestions(service):
    items = service.call("/api/v1/suggestions?limit=50")
    return None if items["samples"] or items["loading"] else [item["id"] for item in items["items"]]


def told():
    return {json.loads(body)["data"]["suggestionId"] for _, _, _, body, taken in list(World.received) if taken}


def signed_wrongly(secret):
    key = base64.b64decode(secret.removeprefix("whsec_"))
    return [1 for id, at, signature, body, _ in World.received
            if signature != "v1," + base64.b64encode(hmac.new(key, f"{id}.{at}.".encode() + body, hashlib.sha256).digest()).decode()]


def under_two_ids():
    ids = collections.defaultdict(set)
    for id, _, _, body, _ in World.received:
        ids[json.loads(body)["data"]["suggestionId"]].add(id)
    return ids, [one for one, some in ids.items() if len(some) > 1]


def main():
    dll, kills = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10
    folder, port, dice = tempfile.mkdtemp(prefix="wellread-kill-"), serve(World), random.Random(11)
    write_pack(folder, [f"http://127.0.0.1:{port}/feed"])
    approved, secret = set(), None
    for kill in range(kills + 1):
        service = Service(dll, folder, port, Webhooks__AllowedPrivateEndpoints__0=f"127.0.0.1:{port}")
        try:
            found = service.until(lambda: suggestions(service), "There is nothing to approve.")
            if secret is None:
                secret = service.call("/api/v1/webhooks", {"url": f"http://127.0.0.1:{port}/hook", "events": ["suggestion.ready"]})["secret"]
            if kill == kills:
                break
            for suggestion in found[:8]:
                service.call(f"/api/v1/suggestions/{suggestion}/decisions", {"action": "approve"})
                approved.add(suggestion)
            time.sleep(dice.uniform(0, 3) if kill % 3 else dice.uniform(15, 18))
        finally:
            if kill < kills:
                service.end(signal.SIGKILL)
        print(f"kill {kill + 1}: {len(approved)} approvals confirmed, {len(World.received)} messages received", flush=True)

    deadline = time.time() + 420
    while time.time() < deadline and approved - told():
        time.sleep(1)
    service.end()
    missing, wrong, (ids, split) = approved - told(), signed_wrongly(secret), under_two_ids()
    print(f"{len(approved)} approvals, {len(World.received)} messages of {len(ids)} events, {len(missing)} never taken, {len(wrong)} signed wrongly, {len(split)} under two ids")
    sys.exit(1 if missing or wrong or split else 0)


main()
