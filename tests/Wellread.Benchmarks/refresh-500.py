#!/usr/bin/env python3
"""Times a refresh of 500 feeds of 40 items from cold, one where nothing is new, and newsboat over the same feeds.

Usage: refresh-500.py WELLREAD.DLL [HOSTILE_SERVER.PY]. The feeds are served on loopback by a process of their own, from 20 ports. With the second
argument, 100 of the 500 are the addresses of that hostile server, and the time until the other 400 are in is printed. FEEDS=n takes another number of
feeds; HOOK=Wellread.Benchmarks.dll prints as well what compiling and collecting memory took.
"""
import gzip, hashlib, http.server, json, multiprocessing, os, random, resource, shutil, signal, socket, sqlite3, subprocess, sys, tempfile, time, urllib.request

FEEDS, ITEMS, PORTS = int(os.environ.get("FEEDS", 500)), 40, 20
HOOK = os.environ.get("HOOK")
TOPICS = ["heart", "sleep", "diet", "back pain", "flu shots", "diabetes", "skin care", "sun protection", "stress", "asthma", "teeth", "vitamin D", "blood pressure", "exercise"]
VERBS = ["help", "improve", "protect", "support", "change", "worsen", "ease"]
ENDS = ["a study finds", "doctors say", "what to know", "new advice says", "experts explain", "and what you can do"]
FILL = "walk water vegetables doctor nurse clinic risk week children adults older people research trial food salt sugar sleep habit daily simple family talk ask check".split()


def feed(number):
    dice = random.Random(number)
    words = lambda n: " ".join(dice.choice(FILL) for _ in range(n))
    items = "".join(
        f"<item><title>How {dice.choice(FILL)} and {dice.choice(FILL)} {dice.choice(VERBS)} your {dice.choice(TOPICS)}: {dice.choice(ENDS)} ({number}-{i})</title>"
        f"<link>https://news{number}.example.org/{i}/{hashlib.sha256(f'{number}/{i}'.encode()).hexdigest()[:8]}</link><guid>{number}-{i}</guid>"
        f"<pubDate>{time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime(time.time() - 3600 * i))}</pubDate>"
        f"<description>Your {dice.choice(TOPICS)} can {dice.choice(VERBS)} with {words(12)}. Try {words(10)}. People who {words(14)} may feel better.</description></item>"
        for i in range(ITEMS))
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Feed {number}</title><link>https://news{number}.example.org/</link><description>d</description>{items}</channel></rss>".encode()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = self.server.feeds[int(self.path.strip("/"))]
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        same = self.headers.get("If-None-Match") == tag
        self.send_response(304 if same else 200)
        self.send_header("ETag", tag)
        if not same:
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if not same:
            self.wfile.write(body)

    def log_message(self, *_):
        pass


def serve(ports):
    import threading
    feeds = [feed(number) for number in range(FEEDS)]
    for _ in range(PORTS):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.feeds, server.request_queue_size = feeds, 128
        threading.Thread(target=server.serve_forever, daemon=True).start()
        ports.put(server.server_port)
    signal.pause()


def cpu(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak_memory(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))


def call(base, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(base + path, data=data, headers={"Content-Type": "application/json"}), timeout=30) as response:
        return json.load(response)


def run(dll, folder, private, good):
    """Starts the service, waits for its refresh to end, and gives seconds until all good feeds were in, seconds in all, CPU seconds, peak memory in MiB."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{probe.getsockname()[1]}"
    environment = dict(os.environ, Feeds__Packs=f"{folder}/packs", Storage__Connection=f"sqlite:{folder}/wellread.db", Refresh__Enabled="false", Logging__LogLevel__Default="Warning",
                       **{f"Feeds__AllowedPrivateEndpoints__{i}": endpoint for i, endpoint in enumerate(private)})
    if HOOK:
        environment.update(DOTNET_STARTUP_HOOKS=os.path.abspath(HOOK), WELLREAD_RUNTIME_FIGURES=f"{folder}/figures")
    process = subprocess.Popen(["dotnet", dll, "--urls", base], env=environment, stdout=subprocess.DEVNULL)
    try:
        while True:
            try:
                call(base, "/health/live")
                break
            except OSError:
                time.sleep(0.05)
        before, started, all_good = cpu(process.pid), time.time(), None
        job = call(base, "/api/v1/refreshes", {})
        while job["status"] == "running" and time.time() - started < 300:
            time.sleep(0.2)
            job = call(base, f"/api/v1/refreshes/{job['id']}")
            if all_good is None and sum(feed["outcome"] in ("fetched", "not-modified") and feed["title"].startswith("Feed ") for feed in job["feeds"]) == good:
                all_good = time.time() - started
                if good < FEEDS:
                    break
        return all_good, time.time() - started, cpu(process.pid) - before, peak_memory(process.pid), job
    finally:
        process.kill()
        process.wait()


def newsboat(folder, urls):
    if not shutil.which("newsboat"):
        return None
    with open(f"{folder}/urls", "w") as file:
        file.write("\n".join(urls) + "\n")
    with open(f"{folder}/config", "w") as file:
        file.write("reload-threads 16\n")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["newsboat", "-x", "reload", "-u", f"{folder}/urls", "-c", f"{folder}/cache.db", "-C", f"{folder}/config"], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    dll, hostile = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    folder = tempfile.mkdtemp(prefix="wellread-refresh-")
    os.mkdir(f"{folder}/packs")
    queue = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=(queue,), daemon=True)
    server.start()
    ports = [queue.get(timeout=60) for _ in range(PORTS)]
    good = FEEDS - 100 if hostile else FEEDS
    urls = [f"http://127.0.0.1:{ports[number % PORTS]}/{number}" for number in range(good)]
    private, bad, child = [f"127.0.0.1:{port}" for port in ports], [], None
    if hostile:
        child = subprocess.Popen([sys.executable, hostile, "--port", "0", "--seconds", "200", "--conn-seconds", "60"], stdout=subprocess.PIPE, text=True)
        greeting = json.loads(child.stdout.readline())
        port = greeting["ports"]["http"]
        private.append(f"127.0.0.1:{port}")
        paths = [behaviour["path"] for behaviour in call(f"http://127.0.0.1:{port}", "/")["behaviours"]]
        bad = [f"http://127.0.0.1:{port}{path}" for path in paths[:100]]
    outlines = "".join(f"<outline type='rss' text='Feed {n}' xmlUrl='{url}' language='en' audience='consumer'/>" for n, url in enumerate(urls))
    outlines += "".join(f"<outline type='rss' text='Hostile {n}' xmlUrl='{url.replace('&', '&amp;')}' language='en'/>" for n, url in enumerate(bad))
    with open(f"{folder}/packs/test.opml", "w") as pack:
        pack.write(f"<opml version='2.0'><head/><body>{outlines}</body></opml>")
    try:
        all_good, seconds, used, memory, job = run(dll, folder, private, good)
        new = sum(feed["newArticles"] for feed in job["feeds"])
        print(f"cold: {good} good feeds in after {all_good} s, {new} new articles, {seconds:.1f} s in all, {used / len(job['feeds']) * 1000:.1f} ms of CPU a feed, {memory} MiB at most", flush=True)
        if HOOK:
            with open(f"{folder}/figures") as figures:
                print(figures.read(), flush=True)
        if hostile:
            return
        with sqlite3.connect(f"{folder}/wellread.db") as store:
            for name, body in store.execute("SELECT id, body FROM documents WHERE kind = 'feed'").fetchall():
                state = json.loads(body)
                state.pop("nextVisit", None)
                store.execute("UPDATE documents SET body = ? WHERE kind = 'feed' AND id = ?", (json.dumps(state).encode(), name))
        store.close()
        all_good, seconds, same_used, _, _ = run(dll, folder, private, good)
        print(f"all not modified: {seconds:.2f} s, {same_used / good * 1000:.1f} ms of CPU a feed")
        theirs = newsboat(folder, urls)
        if theirs:
            print(f"newsboat: {theirs / good * 1000:.1f} ms of CPU a feed; Wellread takes {used / theirs:.2f} of it")
    finally:
        server.kill()
        if child:
            child.kill()
        shutil.rmtree(folder, ignore_errors=True)


main()
