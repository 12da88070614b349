# The same as bin/up with containers: see compose.yaml for the database beside it.
# tests/platform keeps versions and commands in step with bin/.

FROM node:24-bookworm-slim AS frontend
WORKDIR /forbind/frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci --no-audit --no-fund --prefer-offline
COPY frontend/ ./
RUN npm run build

FROM python:3.11-slim-bookworm AS python
WORKDIR /forbind
RUN python -m venv .venv
COPY requirements-build.lock requirements.lock ./
RUN .venv/bin/pip install --no-cache-dir --require-hashes -r requirements-build.lock \
 && .venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md ./
COPY spatial/ spatial/
COPY app/ app/
COPY migrations/ migrations/
RUN .venv/bin/pip install --no-deps --no-build-isolation --no-index --editable .

FROM python:3.11-slim-bookworm
RUN useradd --system --user-group --no-create-home --home-dir /nonexistent \
      --shell /usr/sbin/nologin forbind \
 && install --directory --owner forbind --group forbind /var/lib/forbind
WORKDIR /forbind
COPY --from=python /forbind/ ./
COPY --from=frontend /forbind/frontend/dist/ frontend/dist/
COPY alembic.ini ./
COPY data/geo/ data/geo/
COPY bin/lib/ bin/lib/
# Inside a container the service listens to all; compose.yaml publishes it on 127.0.0.1 alone.
ENV FORBIND_HOST=0.0.0.0 \
    FORBIND_PORT=8000 \
    FORBIND_ALLOW_PUBLIC_DEMO=1 \
    FORBIND_DATA_DIR=/var/lib/forbind \
    NUMBA_CACHE_DIR=/var/lib/forbind/numba \
    PYTHONUNBUFFERED=1
USER forbind
VOLUME /var/lib/forbind
EXPOSE 8000
# The first start loads the data and compiles the kernels.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s CMD \
  [".venv/bin/python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health', timeout=4)"]
CMD ["bin/lib/start-in-container"]
