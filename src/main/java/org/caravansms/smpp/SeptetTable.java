package org.caravansms.smpp;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The characters of the 128 septets, 3GPP TS 23.038 section 6.2.1, from {@code septet-tables.properties}. */
final class SeptetTable {

    static final byte ESCAPE = 0x1B;

    private static final ResourceBundle ROWS =
            ResourceBundle.getBundle("org.caravansms.smpp.septet-tables", Locale.ROOT);
    private static final int SIZE = 128;
    private static final int ROW = 16;
    private static final int HEXADECIMAL = 16;
    private static final char NONE = 0;

    /** Section 6.2.1. */
    static final SeptetTable DEFAULT = named("default.locking");

    /** Section 6.2.1.1. */
    static final SeptetTable EXTENSION = named("default.single");

    private final char[] characters = new char[SIZE];
    /** By the upper octet of a character, then by its lower one. */
    private final byte[][] septets = new byte[1 << Byte.SIZE][];

    /** @return the table of this name, null when there is none */
    static SeptetTable named(String name) {
        SeptetTable table = new SeptetTable();
        for (int row = 0; row < SIZE; row += ROW) {
            String key = "%s.%02X".formatted(name, row);
            table.add(row, ROWS.containsKey(key) ? ROWS.getString(key) : "");
        }
        return new String(table.characters).chars().allMatch(c -> c == NONE) ? null : table;
    }

    private void add(int from, String codePoints) {
        String[] row = codePoints.split(" ");
        for (int i = 0; i < row.length; i++) {
            if (row[i].matches("[0-9A-F]+")) {
                add((byte) (from + i), (char) Integer.parseInt(row[i], HEXADECIMAL));
            }
        }
    }

    private void add(byte septet, char character) {
        int page = character >> Byte.SIZE;
        if (septets[page] == null) {
            septets[page] = new byte[1 << Byte.SIZE];
            Arrays.fill(septets[page], (byte) -1);
        }
        septets[page][character & 0xFF] = septet;
        characters[septet] = character;
    }

    boolean has(byte septet) {
        return septet >= 0 && characters[septet] != NONE;
    }

    char get(byte septet) {
        return characters[septet];
    }

    /** @return -1 when the character is not there; of two that have it the second, as the Kannada table needs it */
    byte septet(char character) {
        byte[] page = septets[character >> Byte.SIZE];
        return page == null ? -1 : page[character & 0xFF];
    }
}
