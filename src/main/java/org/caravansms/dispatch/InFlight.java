package org.caravansms.dispatch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.caravansms.message.LateAnswers;
import org.caravansms.message.PartProgress;
import org.caravansms.smpp.SubmitPart;
import org.caravansms.smsc.InDoubtException;

/**
 * The steps before and after a submit_sm that note on disk what the queue hears only with its next commit. So a gateway
 * that was killed knows which parts the SMSC took, and which are in doubt.
 */
public final class InFlight implements Closeable {

    private final InFlightFile file;
    private final Map<UUID, List<InFlightPart>> left;
    private final LateAnswers late;

    /**
     * @param path the file, which is made where it is missing
     * @param late gets the answers that come when the outcome is in doubt already
     */
    public InFlight(Path path, LateAnswers late) {
        this.late = late;
        file = new InFlightFile(path);
        left = new ConcurrentHashMap<>(file.open().stream().collect(Collectors.groupingBy(InFlightPart::key)));
    }

    /**
     * Adds to a message's progress what a run that was killed had sent of it, and what was answered late.
     *
     * @throws InDoubtException when one of its parts was on its way then
     */
    void recall(InFlightMessage transit) {
        transit.progress(answered(transit));
        List<InFlightPart> parts = left.isEmpty() ? null : left.remove(transit.key());
        if (parts == null) {
            return;
        }
        parts.forEach(part -> transit.keep(part.slot()));
        parts.stream()
                .sorted(Comparator.comparing(InFlightPart::part))
                .filter(InFlightPart::isAccepted)
                .forEach(part -> transit.progress(add(transit.progress(), part)));
        if (!transit.progress()
                .accepted()
                .keySet()
                .containsAll(parts.stream().map(InFlightPart::part).toList())) {
            throw new InDoubtException("the gateway was killed before the answer came");
        }
    }

    private PartProgress answered(InFlightMessage transit) {
        return late.complete(transit.message().id(), transit.progress());
    }

    private static PartProgress add(PartProgress progress, InFlightPart part) {
        return progress.under(part.reference()).and(part.part(), part.smscId());
    }

    public void begin(SubmitPart part, @ExchangeProperty(InFlightMessage.PROPERTY) InFlightMessage transit) {
        int slot = file.begin(transit.key(), part.number(), transit.progress().reference());
        transit.begun(part.number(), slot);
    }

    public void accepted(
            @Header("CamelSmppId") List<String> ids,
            @ExchangeProperty(InFlightMessage.PROPERTY) InFlightMessage transit) {
        String smscId = ids == null || ids.isEmpty() ? "" : ids.get(0);
        file.accept(transit.begunSlot(), smscId);
        transit.accepted(smscId);
    }

    /**
     * The answer to the part under way may still come.
     *
     * @return whether an answer that came late says that it was taken
     */
    boolean isAnswered(InFlightMessage transit, InDoubtException doubt) {
        int part = transit.begunPart();
        doubt.answer().thenAccept(smscId -> answered(transit.message().id(), part, smscId));
        transit.progress(answered(transit));
        return transit.progress().accepted().containsKey(part);
    }

    private void answered(String id, int part, Optional<String> smscId) {
        smscId.ifPresentOrElse(taken -> late.accepted(id, part, taken), () -> late.refused(id));
    }

    /** The part is not in flight any more, and the SMSC does not have it. */
    void putDown(InFlightMessage transit) {
        if (transit.isUnderWay()) {
            file.free(transit.putDown());
        }
    }

    /** What the message came to is on record. */
    void settled(InFlightMessage transit) {
        transit.slots().forEach(file::free);
    }

    /** What the message came to is not on record: it comes again, and is recalled then. */
    void unsettled(InFlightMessage transit) {
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
