package org.caravansms.message;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a message came from, and where the operator's rules send it. The messages of a source that no rule fits share
 * one. The queues have the first three components.
 *
 * @param source how it came, null for one that an earlier version accepted
 * @param rule the name of the rule that fits, or empty
 * @param copyOf the id of the message that it is a copy of, or empty
 * @param destination its queue and priority, null before they are chosen
 * @param copyTo the queue and the priority of its copy, or null
 */
public record Routing(Source source, String rule, String copyOf, Destination destination, Destination copyTo) {

    private static final Routing UNKNOWN = new Routing(null, "", "", null, null);

    private static final Map<Source, Routing> FROM = Arrays.stream(Source.values())
            .collect(Collectors.toMap(source -> source, source -> new Routing(source, "", "", null, null)));

    /** Of a message that no rule fits. */
    public static Routing from(Source source) {
        return source == null ? UNKNOWN : FROM.get(source);
    }

    /** As a queue has it. */
    public static Routing of(Source source, String rule, String copyOf) {
        return rule.isEmpty() && copyOf.isEmpty() ? from(source) : new Routing(source, rule, copyOf, null, null);
    }

    public boolean isCopy() {
        return !copyOf.isEmpty();
    }
}
