package org.caravansms.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.caravansms.smsc.Provider;
import org.caravansms.smsc.SmppLink;

/**
 * When a message on a queue is sent: what it waits for now, and how long by the rate of now.
 *
 * @param links of all running providers
 * @param since when an operator paused a provider or a queue, or null
 * @param rates the parts a second of a provider, by its limit or as it sent lately; 0 where that is not known
 */
public record Outlook(Supplier<List<SmppLink>> links, Function<String, Instant> since, ToDoubleFunction<String> rates) {

    /** @return the providers that read a queue, those first that can send now */
    List<Provider> readers(String queue) {
        List<Provider> readers = links.get().stream()
                .map(SmppLink::provider)
                .distinct()
                .filter(provider ->
                        provider.login().bind().sends() && provider.queues().contains(queue))
                .toList();
        List<Provider> sorted =
                new ArrayList<>(readers.stream().filter(this::isAble).toList());
        readers.stream().filter(Predicate.not(this::isAble)).forEach(sorted::add);
        return sorted;
    }

    private boolean isAble(Provider provider) {
        return since.apply(provider.name()) == null && isBound(provider);
    }

    private boolean isBound(Provider provider) {
        return links.get().stream()
                .anyMatch(link -> link.provider().name().equals(provider.name()) && link.getAsBoolean());
    }

    /**
     * @param ahead how many messages leave the queue before this one
     * @param at when the message may leave it, or null
     */
    Map<String, Object> of(String queue, long ahead, Instant at) {
        List<Provider> readers = readers(queue);
        List<String> waits = new ArrayList<>();
        boolean later = at != null && at.isAfter(Instant.now());
        if (later) {
            waits.add("it is not sent before " + at);
        }
        if (since.apply(queue) != null) {
            waits.add("the queue " + queue + " is paused since " + since.apply(queue) + ": caravan resume " + queue);
        }
        if (readers.isEmpty()) {
            waits.add("no provider that runs reads the queue " + queue);
        } else if (readers.stream().noneMatch(this::isAble)) {
            readers.forEach(provider -> waits.add(hindrance(provider)));
        }
        boolean held = !waits.isEmpty();
        double rate = readers.stream()
                .filter(this::isAble)
                .mapToDouble(provider -> rates.applyAsDouble(provider.name()))
                .sum();
        if (ahead > 0) {
            waits.add(ahead + (ahead == 1 ? " message" : " messages") + " before it on the queue");
        }
        return described(readers, ahead, rate, held, waits);
    }

    private String hindrance(Provider provider) {
        String name = provider.name();
        Instant paused = since.apply(name);
        return paused == null
                ? "the provider " + name + " is not bound"
                : "the provider " + name + " is paused since " + paused + ": caravan resume " + name;
    }

    private static Map<String, Object> described(
            List<Provider> readers, long ahead, double rate, boolean held, List<String> waits) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("providers", readers.stream().map(Provider::name).toList());
        described.put("ahead", ahead);
        described.put("perSecond", rate > 0 ? Math.round(rate * 10) / 10.0 : null);
        described.put("seconds", held ? null : seconds(ahead, rate));
        described.put("waitsFor", waits);
        return described;
    }

    /** @return null where nothing is known of the rate */
    private static Long seconds(long ahead, double rate) {
        if (ahead == 0) {
            return 0L;
        }
        return rate > 0 ? (Long) Math.round(ahead / rate) : null;
    }
}
