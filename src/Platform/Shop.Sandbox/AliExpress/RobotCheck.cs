using Shop.Sandbox.Faults;

namespace Shop.Sandbox.AliExpress;

/// <summary>The wall in front of a page: status 200 and no product.</summary>
internal static class RobotCheck
{
    public static IResult? Instead(FaultBoard faults, string operation) =>
        faults.Take(Gateway.Party, operation, FaultKinds.Captcha) is null ? null : Results.Text("""
            <!doctype html><html><head><title>Captcha Interception</title></head><body>
            <div id="nocaptcha"><span class="nc_iconfont btn_slide nc_1_n1z"></span></div>
            <div class="baxia-dialog">Please slide to verify</div>
            <script>window._config_={"action":"captcha","url":"/item/_____tmd_____/punish?x5secdata=xg2b0a&x5step=1"}</script>
            </body></html>
            """, "text/html");
}
