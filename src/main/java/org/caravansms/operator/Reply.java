package org.caravansms.operator;

import java.util.List;

/**
 * The answer to a command.
 *
 * @param exitCode 0 when all that was asked for is done, 1 when something is not, 2 when what was asked for is wrong
 * @param lines for people
 */
public record Reply(int exitCode, List<String> lines) {

    public static final int DONE = 0;
    public static final int NOT_DONE = 1;
    static final int WRONG = 2;

    /** @return as it goes over the socket: the exit code's line, then the others, without anything that steers a terminal */
    public String text() {
        StringBuilder text = new StringBuilder().append(exitCode).append('\n');
        lines.forEach(line -> text.append(printable(line)).append('\n'));
        return text.toString();
    }

    private static String printable(String line) {
        return line.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]", "?");
    }
}
