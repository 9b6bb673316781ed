package io.twinwright.workbench.diagram;

import java.net.URI;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** What is shown instead of a diagram on a machine without a browser engine: where any browser finds it. */
final class WithoutEngine extends Composite {
	private static final int MARGIN = 24;

	WithoutEngine(Composite parent, URI page) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).spacing(0, MARGIN / 2).applyTo(this);
		Label sentence = new Label(this, SWT.WRAP);
		sentence.setText(Messages.noEngine);
		GridDataFactory.fillDefaults().grab(true, false).hint(0, SWT.DEFAULT).applyTo(sentence);
		Button open = new Button(this, SWT.PUSH);
		open.setText(Messages.openInBrowser);
		open.addListener(SWT.Selection, event -> Program.launch(page.toString()));
		Text address = new Text(this, SWT.READ_ONLY | SWT.WRAP);
		address.setText(page.toString());
		GridDataFactory.fillDefaults().grab(true, false).hint(0, SWT.DEFAULT).applyTo(address);
	}
}
