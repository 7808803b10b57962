"""A static server on 127.0.0.1 that sends the strict policy and remembers every request."""

import mimetypes
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'self'; form-action 'self'"
TYPES = {".js": "text/javascript", ".json": "application/json", ".html": "text/html; charset=utf-8", ".txt": "text/plain; charset=utf-8"}


class PagesServer:
    """Serves one folder. `requests` holds (path, status, bytes) in the order of the requests. A test may set `policy`, `failing`
    (parts of paths that answer 500) and `tamper`, a function of (path, status, body, type) that gives another answer."""

    def __init__(self, folder: Path):
        self.folder = folder.resolve()
        self.requests: list[tuple[str, int, int]] = []
        self.restore()
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                path = unquote(urlsplit(self.path).path)
                status, body, kind = owner.answer(path)
                if owner.tamper:
                    status, body, kind = owner.tamper(path, status, body, kind)
                owner.requests.append((path, status, len(body)))
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Content-Security-Policy", owner.policy)
                self.send_header("X-Content-Type-Options", "nosniff")
                self.send_header("Referrer-Policy", "same-origin")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def restore(self):
        """Answers as a sound server does."""
        self.failing, self.tamper, self.policy = set(), None, POLICY

    def answer(self, path: str):
        file = (self.folder / path.lstrip("/")).resolve()
        if any(part in path for part in self.failing) or self.folder not in [file, *file.parents]:
            return 500, b"", "text/plain"
        if file.is_dir():
            file = file / "index.html"
        if not file.is_file():
            missing = self.folder / "404.html"
            return 404, missing.read_bytes() if missing.exists() else b"", TYPES[".html"]
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return 200, file.read_bytes(), kind

    def close(self):
        self.http.shutdown()
        self.http.server_close()
