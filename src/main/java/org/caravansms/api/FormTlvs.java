package org.caravansms.api;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters {@code tlv.<name>} of a form, and {@code tlv<index>.<name>} of one of its messages. They are looked for
 * once a request: their names are not known before.
 *
 * @param bySuffix by the message's index, or nothing for all of them; then by name or number
 */
record FormTlvs(Map<String, Map<String, String>> bySuffix) {

    static final FormTlvs NONE = new FormTlvs(Map.of());

    private static final String PREFIX = "tlv";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(|0|[1-9][0-9]*)\\.(.+)");

    /** @param parameters of a request, by lower-case name */
    static FormTlvs of(Map<String, String> parameters) {
        Map<String, Map<String, String>> found = new HashMap<>();
        parameters.keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .forEach(name -> found.computeIfAbsent(name.group(1), suffix -> new HashMap<>())
                        .put(name.group(2), parameters.get(name.group())));
        return found.isEmpty() ? NONE : new FormTlvs(found);
    }

    /** @return those of a message: one of its own goes before the one for all, and an empty value is none */
    Map<String, String> get(String suffix) {
        if (bySuffix.isEmpty()) {
            return Map.of();
        }
        Map<String, String> tlvs = new HashMap<>(bySuffix.getOrDefault("", Map.of()));
        tlvs.putAll(bySuffix.getOrDefault(suffix, Map.of()));
        tlvs.values().removeIf(String::isEmpty);
        return tlvs;
    }
}
