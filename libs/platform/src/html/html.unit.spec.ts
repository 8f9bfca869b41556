import { html } from './html';

describe('html', () => {
  it('escapes what a user wrote, in text and in attributes', () => {
    const hostile = `"><script>alert('1')</script>&`;
    expect(html`<a title="${hostile}">${hostile}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</a>',
    );
  });

  it('takes markup of its own, lists and nothing as they are', () => {
    const items = ['a', '<b'].map((item) => html`<li>${item}</li>`);
    expect(html`${items}${null}${undefined}${0}`.markup).toBe('<li>a</li><li>&lt;b</li>0');
  });
});
