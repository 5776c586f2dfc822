/** Calls the URLs of clients and operators when a message changes: order, signature, allowed hosts, retries. */
package org.caravansms.callback;
