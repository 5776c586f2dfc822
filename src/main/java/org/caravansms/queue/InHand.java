package org.caravansms.queue;

import jakarta.jms.Message;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.camel.Exchange;

/**
 * A message that was received and is not acknowledged yet.
 *
 * @param received what acknowledges it
 * @param message the same for JMS
 * @param exchange what its route works on, and where the route leaves the outcome
 */
record InHand(ClientMessage received, Message message, Exchange exchange) {}
