/** Other programs on the broker, over AMQP, STOMP and Artemis's protocol: who they are, and what they may send and read. */
package org.caravansms.broker.access;
