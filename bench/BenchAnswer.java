package bench;

/** Reads one HTTP answer as its bytes come: finds the end of it and counts the accepted messages, nothing else. */
final class BenchAnswer {
    private enum State {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        DONE
    }

    private final byte[] literal;
    private final StringBuilder line = new StringBuilder();
    private State state = State.HEAD;
    private long remaining;
    private int matched;
    private int accepted;

    /** Counts the literal that the answer says once for each accepted message. */
    BenchAnswer(byte[] literal) {
        this.literal = literal;
    }

    boolean done() {
        return state == State.DONE;
    }

    int accepted() {
        return accepted;
    }

    void reset() {
        state = State.HEAD;
        accepted = 0;
        matched = 0;
        remaining = 0;
    }

    void read(byte[] bytes, int length) {
        int at = 0;
        while (at < length && !done()) {
            at = state == State.BODY || state == State.CHUNK ? content(bytes, at, length) : line(bytes, at);
        }
    }

    private int content(byte[] bytes, int from, int length) {
        int to = (int) Math.min(length, from + remaining);
        for (int i = from; i < to; i++) {
            count(bytes[i]);
        }
        remaining -= to - from;
        if (remaining == 0) {
            state = state == State.BODY ? State.DONE : State.CHUNK_END;
        }
        return to;
    }

    private void count(byte next) {
        if (next == literal[matched]) {
            matched++;
        } else {
            matched = next == literal[0] ? 1 : 0;
        }
        if (matched == literal.length) {
            accepted++;
            matched = 0;
        }
    }

    private int line(byte[] bytes, int at) {
        if (bytes[at] == '\n') {
            ended(line.toString().trim());
            line.setLength(0);
        } else {
            line.append((char) bytes[at]);
        }
        return at + 1;
    }

    private void ended(String text) {
        switch (state) {
            case HEAD -> header(text);
            case CHUNK_SIZE -> chunk(Long.parseLong(text.split(";")[0], 16));
            case CHUNK_END -> state = State.CHUNK_SIZE;
            default -> state = text.isEmpty() ? State.DONE : State.TRAILER;
        }
    }

    private void header(String text) {
        if (text.regionMatches(true, 0, "Content-Length:", 0, 15)) {
            remaining = Long.parseLong(text.substring(15).trim());
        } else if (text.equalsIgnoreCase("Transfer-Encoding: chunked")) {
            remaining = -1;
        } else if (text.isEmpty()) {
            begin();
        }
    }

    private void begin() {
        State sized = remaining == 0 ? State.DONE : State.BODY;
        state = remaining < 0 ? State.CHUNK_SIZE : sized;
    }

    private void chunk(long size) {
        remaining = size;
        state = size == 0 ? State.TRAILER : State.CHUNK;
    }
}
