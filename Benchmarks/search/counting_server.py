"""A server that sends a folder as it is, without compression, and counts what it sends."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

KINDS = {
    ".js": "text/javascript", ".html": "text/html; charset=utf-8", ".json": "application/json", ".css": "text/css",
    ".svg": "image/svg+xml", ".wasm": "application/wasm",
}


class CountingServer:
    """`take()` gives what was sent since the last call: a list of (path, bytes)."""

    def __init__(self, folder: Path):
        self.sent: list[tuple[str, int]] = []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                address = unquote(urlsplit(self.path).path)
                path = folder / address.lstrip("/")
                if path.is_dir():
                    path = path / "index.html"
                body = path.read_bytes() if path.is_file() else b""
                owner.sent.append((address, len(body)))
                self.send_response(200 if path.is_file() else 404)
                self.send_header("Content-Type", KINDS.get(path.suffix, "application/octet-stream"))
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments):
                pass

        class Quiet(ThreadingHTTPServer):
            request_queue_size = 128

            def handle_error(self, *arguments):
                pass  # a closed browser resets its connections

        self.http = Quiet(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def take(self) -> list[tuple[str, int]]:
        sent, self.sent = self.sent, []
        return [it for it in sent if it[0] not in ("/empty.html", "/favicon.ico")]
