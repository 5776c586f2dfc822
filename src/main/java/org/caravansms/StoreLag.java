package org.caravansms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.camel.Exchange;

/** How far the store is behind: how long ago the oldest was published of what it has in hand. */
final class StoreLag {

    private final InstantSource clock;
    private volatile Instant oldest;

    StoreLag(InstantSource clock) {
        this.clock = clock;
    }

    void took(List<Exchange> batch) {
        long published = batch.get(0).getMessage().getMessageTimestamp();
        oldest = published == 0 ? null : Instant.ofEpochMilli(published);
    }

    void settled() {
        oldest = null;
    }

    Duration behind() {
        Instant since = oldest;
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }
}
