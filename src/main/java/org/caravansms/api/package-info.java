/** The HTTP API: from a request's parameters to messages, from reports to the answer. */
package org.caravansms.api;
