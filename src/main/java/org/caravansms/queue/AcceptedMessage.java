package org.caravansms.queue;

import org.caravansms.message.Event;

/**
 * A message that is accepted with the commit, for the settlement of the producer.
 *
 * @param event of its acceptance
 * @param json the message, which the event reports in full
 */
record AcceptedMessage(Event event, String json) {}
