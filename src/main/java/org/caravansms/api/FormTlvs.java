package org.caravansms.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parameters {@code tlv.<name>} of a form, and {@code tlv<index>.<name>} of one of its messages. They are searched
 * once a request, as their names are not known.
 *
 * @param bySuffix by the message's index, or nothing for all of them; then by name or number; the parameter's whole name
 */
record FormTlvs(Map<String, Map<String, String>> bySuffix) {

    static final FormTlvs NONE = new FormTlvs(Map.of());

    private static final String PREFIX = "tlv";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(|0|[1-9][0-9]*)\\.(.+)");

    /** @param names of parameters, in lower case: those that can be read, and those that cannot */
    static FormTlvs of(Collection<String> names, Collection<String> unreadable) {
        Map<String, Map<String, String>> found = new HashMap<>();
        Stream.concat(names.stream(), unreadable.stream())
                .filter(name -> name.startsWith(PREFIX))
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .forEach(name -> found.computeIfAbsent(name.group(1), suffix -> new HashMap<>())
                        .put(name.group(2), name.group()));
        return found.isEmpty() ? NONE : new FormTlvs(found);
    }

    /**
     * @return the optional parameters of a message: its own wins over the one for all, and an empty value counts as none
     * @throws ApiException when one of them cannot be read
     */
    Map<String, String> get(ApiRequest request, String suffix) {
        if (bySuffix.isEmpty()) {
            return Map.of();
        }
        Map<String, String> tlvs = new HashMap<>(bySuffix.getOrDefault("", Map.of()));
        tlvs.putAll(bySuffix.getOrDefault(suffix, Map.of()));
        tlvs.replaceAll((name, parameter) -> request.get(parameter));
        tlvs.values().removeIf(String::isEmpty);
        return tlvs;
    }
}
