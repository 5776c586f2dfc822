/** What clients and routes ask for: from a request of HTTP, a route or a queue to messages, from reports to the answer. */
package org.caravansms.api;
