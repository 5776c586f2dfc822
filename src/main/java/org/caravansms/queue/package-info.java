/** The JSON of messages and events on the queues, and the settlement of a message by its outcome. */
package org.caravansms.queue;
