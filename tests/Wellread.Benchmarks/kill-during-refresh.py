#!/usr/bin/env python3
"""Kills the service with SIGKILL while it refreshes, time and again, and checks that no decision it confirmed is lost.

Usage: kill-during-refresh.py WELLREAD.DLL [KILLS]. Feeds are served on loopback by this script, slowly, so that each kill falls into a refresh.
Prints one line a kill, and leaves with 1 where a decision that was answered with 2xx is missing after the restart.
"""
import signal, sys, tempfile, time

from loopback import Answers, Service, rss, serve, write_pack

ITEMS = 12
TEXT = "A short walk each day can help your heart and your blood pressure. Start with ten minutes and ask your doctor."


class Feeds(Answers):
    def do_GET(self):
        time.sleep(0.15)
        name = self.path.strip("/").replace("/", "-")
        self.answer(200, rss(name, [(f"{name}: walk a little every day to help your heart, part {i}", f"https://news.example.org/{name}/{i}", TEXT) for i in range(ITEMS)]))


def refresh(service, known):
    """A refresh of this run of the program that is under way: the lease of the killed one has to run out first."""
    job = service.call("/api/v1/refreshes", {})
    if job["id"] in known or job["due"] == 0:
        return None
    known.add(job["id"])
    return job


def main():
    dll, kills = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20
    folder, port = tempfile.mkdtemp(prefix="wellread-kill-"), serve(Feeds)
    confirmed, known, lost = set(), set(), 0
    for kill in range(kills + 1):
        # New feeds each time, so that there is always a refresh to fall into.
        write_pack(folder, [f"http://127.0.0.1:{port}/f{kill}/{n}" for n in range(30)])
        service = Service(dll, folder, port)
        try:
            missing = [i for i in confirmed if not service.call(f"/api/v1/suggestions/{i}/decisions")["items"]]
            lost += len(missing)
            job, decided, until = service.until(lambda: refresh(service, known), "No refresh started."), 0, None
            # Each kill a little later after the first decision, and always while feeds are still to be visited.
            while until is None or time.time() < until:
                for item in service.call("/api/v1/suggestions?limit=5")["items"]:
                    service.call(f"/api/v1/suggestions/{item['id']}/decisions", {"action": "approve"})
                    confirmed.add(item["id"])
                    decided += 1
                    until = until or time.time() + 0.05 + 0.1 * kill
            running = service.call(f"/api/v1/refreshes/{job['id']}")["status"] == "running"
        finally:
            service.end(signal.SIGKILL)
        print(f"kill {kill}: {decided} decisions confirmed before it, {'during a refresh' if running else 'BETWEEN REFRESHES'}, {len(missing)} of {len(confirmed)} missing after the restart", flush=True)
    print(f"{kills} kills, {len(confirmed)} decisions confirmed, {lost} lost")
    raise SystemExit(1 if lost or not confirmed else 0)


main()
