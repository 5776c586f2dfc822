package org.caravansms.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer as it came.
 *
 * @param status its HTTP status
 * @param type its Content-Type
 * @param body its body
 */
record WireAnswer(int status, String type, byte[] body) {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) [^\\r\\n]*");
    private static final String END = "\r\n\r\n";
    private static final int FINAL = 200;

    /**
     * All answers that came on one connection, one behind the other.
     *
     * @throws IllegalStateException when something is no answer
     */
    static List<WireAnswer> in(byte[] octets) {
        List<WireAnswer> answers = new ArrayList<>();
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < octets.length) {
            int end = text.indexOf(END, at);
            require(end > 0, "a head without an end: ", text.substring(at));
            String head = text.substring(at, end);
            Matcher status = STATUS.matcher(head.lines().findFirst().orElse(""));
            require(status.matches(), "no status line: ", head);
            int from = end + END.length();
            boolean isFinal = Integer.parseInt(status.group(1)) >= FINAL;
            int to = isFinal ? from + Integer.parseInt(header(head, "Content-Length")) : from;
            require(to <= octets.length, "less than its Content-Length: ", head);
            if (isFinal) {
                answers.add(new WireAnswer(
                        Integer.parseInt(status.group(1)),
                        header(head, "Content-Type"),
                        Arrays.copyOfRange(octets, from, to)));
            }
            at = to;
        }
        return answers;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String header(String head, String name) {
        Matcher header = Pattern.compile("(?im)^" + name + ": (.*)$").matcher(head);
        require(header.find(), "no " + name + ": ", head);
        return header.group(1).strip();
    }

    private static void require(boolean right, String what, String answer) {
        if (!right) {
            throw new IllegalStateException(what + answer);
        }
    }
}
