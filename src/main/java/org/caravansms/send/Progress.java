package org.caravansms.send;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How far a file is: a bar that is drawn again on a terminal, and a line now and then elsewhere. */
public final class Progress {

    private static final long BAR_NANOS = 200_000_000;
    private static final long LINE_NANOS = 5_000_000_000L;
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private final long total;
    private final long start = System.nanoTime();
    private long shownAt = start;
    private long before;
    private long accepted;
    private long refused;

    /** @param total the lines of the file */
    public Progress(PrintWriter out, boolean terminal, long total) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
    }

    /** A line was accepted in an earlier run. */
    void before() {
        before++;
    }

    void answered(SmsAnswer answer) {
        if (answer.isAccepted()) {
            accepted++;
        } else {
            refused++;
        }
    }

    void show() {
        long now = System.nanoTime();
        if (now - shownAt >= (terminal ? BAR_NANOS : LINE_NANOS)) {
            shownAt = now;
            print();
        }
    }

    private void print() {
        String text = text();
        if (terminal) {
            int done = total == 0 ? WIDTH : (int) (WIDTH * done() / total);
            out.print("\r[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] " + text + "\u001b[K");
            out.flush();
        } else {
            out.println(text);
        }
    }

    /** Ends the line of the bar. */
    public void end() {
        if (terminal) {
            print();
            out.println();
        }
    }

    private String text() {
        double perSecond = (accepted + refused) / ((System.nanoTime() - start) / 1e9);
        String left = perSecond == 0 ? "?" : Long.toString(Math.round((total - done()) / perSecond));
        return String.format(
                Locale.ROOT, "%d of %d, %d refused, %.0f/s, %s s left", done(), total, refused, perSecond, left);
    }

    private long done() {
        return before + accepted + refused;
    }

    public long refused() {
        return refused;
    }

    /** @return the counts by name */
    public Map<String, Object> counts() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("lines", total);
        counts.put("accepted", accepted);
        counts.put("refused", refused);
        counts.put("acceptedBefore", before);
        return counts;
    }
}
