/** Chooses inboxes, queues, routes and URLs for messages from handsets, by the operator's rules. */
package org.caravansms.inbound;
