/** The folder {@code extensions/}: files of routes that are loaded, swapped and removed while the gateway runs. */
package org.caravansms.extension;
