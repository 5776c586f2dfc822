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
import org.apache.camel.Exchange;
import org.caravansms.dispatch.InFlightMessage.InFlightPart;
import org.caravansms.message.Cancellations;
import org.caravansms.message.LateAnswers;
import org.caravansms.message.PartProgress;
import org.caravansms.smpp.SubmitPart;
import org.caravansms.smsc.InDoubtException;
import org.caravansms.smsc.NotSentException;

/**
 * The steps before and after a submit_sm that record it in a file, ahead of the queue's next commit. After a kill the
 * gateway knows which parts the SMSC accepted and which are in doubt.
 */
public final class InFlight implements Closeable {

    private final InFlightFile file;
    private final Map<UUID, List<InFlightPart>> left;
    private final LateAnswers late;
    private final Cancellations cancellations;

    /**
     * @param path the file, created when missing
     * @param late gets the answers that come after the response timer
     */
    public InFlight(Path path, LateAnswers late, Cancellations cancellations) {
        this.late = late;
        this.cancellations = cancellations;
        file = new InFlightFile(path);
        left = new ConcurrentHashMap<>(file.open().stream().collect(Collectors.groupingBy(InFlightPart::key)));
        left.keySet().forEach(key -> cancellations.inDoubt(key.toString()));
    }

    /**
     * Before anything else of a message.
     *
     * @throws CancelledException when its client cancelled it
     * @throws NotSentException when its client may be about to do so
     */
    void enter(InFlightMessage sending) {
        sending.turn = cancellations.begin(sending.message);
        if (sending.turn.state() == Cancellations.State.CANCELLED) {
            throw new CancelledException();
        } else if (sending.turn.state() == Cancellations.State.ASKED) {
            throw new NotSentException("its client asks whether it can be cancelled");
        }
    }

    /**
     * Adds to a message's progress the parts that a killed run had sent, and those that were answered late.
     *
     * @throws InDoubtException when one of its parts was pending at the kill
     */
    void recall(InFlightMessage sending) {
        sending.progress(answered(sending));
        List<InFlightPart> parts = left.isEmpty() ? null : left.remove(sending.key());
        if (parts == null) {
            return;
        }
        parts.forEach(part -> sending.addSlot(part.slot()));
        parts.stream()
                .sorted(Comparator.comparing(InFlightPart::part))
                .filter(InFlightPart::isAccepted)
                .forEach(part -> sending.progress(
                        sending.progress().under(part.reference()).and(part.part(), part.smscId())));
        if (!sending.progress()
                .accepted()
                .keySet()
                .containsAll(parts.stream().map(InFlightPart::part).toList())) {
            throw new InDoubtException("the gateway was killed before the answer came");
        }
    }

    private PartProgress answered(InFlightMessage sending) {
        return late.complete(sending.message.id(), sending.progress());
    }

    /** A part is about to be submitted. */
    public void begin(Exchange exchange) {
        begin(exchange.getMessage().getBody(SubmitPart.class), sending(exchange));
    }

    void begin(SubmitPart part, InFlightMessage sending) {
        int slot = file.begin(sending.key(), part.number(), sending.progress().reference());
        sending.begun(part.number(), slot);
    }

    /** The SMSC accepted the part, under the id in the header {@code CamelSmppId}. */
    public void accepted(Exchange exchange) {
        List<?> ids = exchange.getMessage().getHeader("CamelSmppId", List.class);
        accepted(ids, sending(exchange));
    }

    void accepted(List<?> ids, InFlightMessage sending) {
        String smscId = ids == null || ids.isEmpty() ? "" : ids.get(0).toString();
        file.accept(sending.begunSlot(), smscId);
        sending.accepted(smscId);
    }

    private static InFlightMessage sending(Exchange exchange) {
        return exchange.getProperty(InFlightMessage.PROPERTY, InFlightMessage.class);
    }

    /**
     * The answer to the pending part may still come.
     *
     * @return whether a late answer has accepted it already
     */
    boolean isAnswered(InFlightMessage sending, InDoubtException doubt) {
        int part = sending.begunPart();
        doubt.answer().thenAccept(smscId -> answered(sending.message.id(), part, smscId));
        sending.progress(answered(sending));
        return sending.progress().accepted().containsKey(part);
    }

    private void answered(String id, int part, Optional<String> smscId) {
        smscId.ifPresentOrElse(taken -> late.accepted(id, part, taken), () -> late.refused(id));
    }

    /** The pending part was not sent or refused: its slot is free. */
    void release(InFlightMessage sending) {
        if (sending.isPending()) {
            file.free(sending.released());
        }
    }

    /** The outcome is committed. */
    void settled(InFlightMessage sending) {
        sending.slots().forEach(file::free);
        cancellations.settled(sending.message, sending.turn);
    }

    /** The outcome is not committed: the message comes again, and is recalled then. */
    void unsettled(InFlightMessage sending) {
        List<Integer> slots = sending.slots();
        if (!slots.isEmpty()) {
            left.put(sending.key(), slots.stream().map(file::read).toList());
            cancellations.inDoubt(sending.message.id());
        }
        cancellations.unsettled(sending.message, sending.turn);
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
