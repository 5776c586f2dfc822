package org.caravansms.deadletter;

import jakarta.jms.Message;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a message be gone with the commit, and leaves a line of it in the log. */
final class DropDeadLetter implements DeadLetterAction {

    private static final Logger LOG = LoggerFactory.getLogger(DropDeadLetter.class);

    @Override
    public Optional<String> refusal(DeadLetter message) {
        return Optional.empty();
    }

    @Override
    public void settle(Message message) {
        // nobody writes it again
    }

    @Override
    public void settled(Set<String> keys) {
        keys.forEach(key -> LOG.info("Dropped for good: {}", key));
    }
}
