package org.caravansms.gateway;

import java.util.List;
import java.util.regex.Pattern;

/** Reads answers as real clients do: by searching for the literal element. */
public final class Xml {

    private Xml() {}

    /** The texts of all elements whose name matches, in document order. */
    public static List<String> values(String xml, String name) {
        return Pattern.compile("<(" + name + ")>([^<]*)</\\1>")
                .matcher(xml)
                .results()
                .map(found -> found.group(2))
                .toList();
    }
}
