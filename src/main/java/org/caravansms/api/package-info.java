/** What an HTTP client says and hears: from a request's parameters to messages, from reports to the answer. */
package org.caravansms.api;
