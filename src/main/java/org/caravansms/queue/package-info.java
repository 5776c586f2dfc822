/**
 * The durable queue between acceptance and dispatch: the broker, the batches, and the form of a message on the queue.
 */
package org.caravansms.queue;
