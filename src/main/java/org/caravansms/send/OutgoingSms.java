package org.caravansms.send;

import java.util.Map;

/**
 * A message to send.
 *
 * @param line where it begins in its file, from 1 on; 0 without a file
 * @param check 16 hexadecimal digits of its file's name, its line and its values: another line has others
 * @param parameters by the name of a form's parameter without an index, its client id included
 * @param fault why it cannot be sent, which no gateway needs to say; null when it can
 */
public record OutgoingSms(long line, String check, Map<String, String> parameters, String fault) {

    /** Without the text. */
    @Override
    public String toString() {
        return "OutgoingSms[" + line + "]";
    }
}
