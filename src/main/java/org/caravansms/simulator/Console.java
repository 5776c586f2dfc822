package org.caravansms.simulator;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What people read, in UTF-8: lines on the standard output, errors on the standard error. */
record Console(PrintStream out, PrintStream err) {
    static Console standard() {
        return new Console(utf8(System.out), utf8(System.err));
    }

    // the encoding of the terminal may not have the characters of the messages
    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    void line(String line) {
        out.println(line);
    }

    void error(String line) {
        err.println(line);
    }
}
