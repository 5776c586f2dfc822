package org.caravansms.smsc;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.component.smpp.SmppConstants;
import org.caravansms.message.Progress;

/**
 * The steps before and after a submit_sm that note on disk what the queue hears only with its next commit. So a gateway
 * that was killed knows which parts the SMSC took, and which are in doubt.
 */
public final class InFlight implements Closeable {

    private final InFlightFile file;
    private final Map<UUID, List<InFlightPart>> left;

    /** @param path the file, which is made where it is missing */
    public InFlight(Path path) {
        file = new InFlightFile(path);
        left = new ConcurrentHashMap<>(file.open().stream().collect(Collectors.groupingBy(InFlightPart::key)));
    }

    /**
     * Adds to a message's progress what a run that was killed had sent of it.
     *
     * @throws InDoubtException when one of its parts was on its way then
     */
    void recall(Transit transit) {
        List<InFlightPart> parts = left.isEmpty() ? null : left.remove(transit.key());
        if (parts == null) {
            return;
        }
        parts.forEach(part -> transit.keep(part.slot()));
        parts.stream()
                .sorted(Comparator.comparing(InFlightPart::part))
                .filter(InFlightPart::isAccepted)
                .forEach(part -> transit.progress(add(transit.progress(), part)));
        if (!parts.stream().allMatch(InFlightPart::isAccepted)) {
            throw new InDoubtException("the gateway was killed before the answer came");
        }
    }

    private static Progress add(Progress progress, InFlightPart part) {
        return progress.under(part.reference()).and(part.part(), part.smscId());
    }

    public void begin(SubmitPart part, @ExchangeProperty(Transit.PROPERTY) Transit transit) {
        int slot = file.begin(transit.key(), part.number(), transit.progress().reference());
        transit.begun(part.number(), slot);
    }

    public void accepted(
            @Header(SmppConstants.ID) List<String> ids, @ExchangeProperty(Transit.PROPERTY) Transit transit) {
        String smscId = ids == null || ids.isEmpty() ? "" : ids.get(0);
        file.accept(transit.begunSlot(), smscId);
        transit.accepted(smscId);
    }

    /** The part is not in flight any more, and the SMSC does not have it. */
    void putDown(Transit transit) {
        if (transit.isUnderWay()) {
            file.free(transit.putDown());
        }
    }

    /** What the message came to is on record. */
    void settled(Transit transit) {
        transit.slots().forEach(file::free);
    }

    /** What the message came to is not on record: it comes again, and is recalled then. */
    void unsettled(Transit transit) {
        List<Integer> slots = transit.slots();
        if (!slots.isEmpty()) {
            left.put(transit.key(), slots.stream().map(file::read).toList());
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
