package org.caravansms.message;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The parts of a message that are sent already: a later attempt sends the rest under the same reference.
 *
 * @param reference the common reference of its parts, -1 before it has one
 * @param accepted the parts that an SMSC accepted, from 1 on, each with its message_id
 */
public record PartProgress(int reference, SortedMap<Integer, String> accepted) {

    /** The exchange property that carries a queued message's. */
    public static final String PROPERTY = "SmsProgress";

    /** Nothing was sent yet. */
    public static final PartProgress NONE = new PartProgress(-1, new TreeMap<>());

    public PartProgress {
        accepted = Collections.unmodifiableSortedMap(new TreeMap<>(accepted));
    }

    public boolean isNone() {
        return reference < 0 && accepted.isEmpty();
    }

    /** @return this and one part more */
    public PartProgress and(int part, String smscId) {
        SortedMap<Integer, String> more = new TreeMap<>(accepted);
        more.put(part, smscId);
        return new PartProgress(reference, more);
    }

    /** @return this under a reference */
    public PartProgress under(int reference) {
        return new PartProgress(reference, accepted);
    }

    /** @return {@code reference part=id part=id …}; no message_id has a blank */
    @Override
    public String toString() {
        return accepted.entrySet().stream()
                .map(part -> " " + part.getKey() + "=" + part.getValue().replaceAll("\\s", "?"))
                .collect(Collectors.joining("", Integer.toString(reference), ""));
    }

    /**
     * @param text what {@link #toString()} wrote
     * @throws IllegalArgumentException when it is something else
     */
    public static PartProgress of(String text) {
        String[] words = text.split(" ");
        SortedMap<Integer, String> accepted = new TreeMap<>();
        for (int i = 1; i < words.length; i++) {
            Map.Entry<Integer, String> part = part(words[i]);
            accepted.put(part.getKey(), part.getValue());
        }
        return new PartProgress(Integer.parseInt(words[0]), accepted);
    }

    private static Map.Entry<Integer, String> part(String word) {
        int end = word.indexOf('=');
        if (end < 0) {
            throw new IllegalArgumentException("not <part>=<message_id>");
        }
        return Map.entry(Integer.valueOf(word.substring(0, end)), word.substring(end + 1));
    }
}
