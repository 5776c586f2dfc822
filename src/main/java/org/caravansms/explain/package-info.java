/** What would become of a message, and why one that is accepted waits; nothing is sent. */
package org.caravansms.explain;
