/** What the gateway talks about: a message, why one is refused, and what became of one. */
package org.caravansms.message;
