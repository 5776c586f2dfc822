/** What the gateway talks about: a message, where it waits, why one is refused, and what became of one. */
package org.caravansms.message;
