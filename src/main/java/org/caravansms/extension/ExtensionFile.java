package org.caravansms.extension;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file of {@code extensions/} as it was read.
 *
 * @param name its name in the folder, such as {@code footer.camel.yaml}
 * @param location {@code file:} and its path, as Camel writes it
 * @param octets YAML
 */
record ExtensionFile(String name, String location, byte[] octets) {

    static final String SUFFIX = ".camel.yaml";

    /** @return the id of its n-th route without one */
    String routeId(int n) {
        String base = name.substring(0, name.length() - SUFFIX.length());
        return n == 1 ? base : base + "-" + n;
    }

    /** @return whether it has nothing but blanks and comments */
    boolean isEmpty() {
        return new String(octets, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .allMatch(line -> line.isEmpty() || line.startsWith("#") || line.equals("---"));
    }

    boolean sameText(ExtensionFile other) {
        return Arrays.equals(octets, other.octets);
    }
}
