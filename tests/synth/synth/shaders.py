"""GLSL of the renderer: one shared vertex stage, and a fragment stage per purpose."""

VERTEX = """#version 330
uniform mat4 view_projection, lamp_projection;
in vec3 position, normal;
in vec3 rest;      // the point on the rest body, so that patterns move with the cloth
in vec4 cloth;     // metres inside the shirt, shorts, shoes, hair
in vec3 face;      // brow, eye, iris
in vec3 paint;     // surfaces: colour, or texture coordinates
in float textured;
out vec3 world, n, r, f, p;
out vec4 c, in_lamp;
out float t;
void main() {
    world = position; n = normal; r = rest; c = cloth; f = face; p = paint; t = textured;
    in_lamp = lamp_projection * vec4(position, 1.);
    gl_Position = view_projection * vec4(position, 1.);
}"""

_INPUTS = """#version 330
in vec3 world, n, r, f, p;
in vec4 c, in_lamp;
in float t;
"""

_LIGHT = """
uniform sampler2D shadow;
uniform vec3 to_lamp, lamp_colour, eye;
uniform float ambient, shadow_blur;
float hash(vec3 v) { v = fract(v*.3183099+.1); v *= 17.; return fract(v.x*v.y*v.z*(v.x+v.y+v.z)); }
float value_noise(vec3 x) {
    vec3 i = floor(x), f = fract(x); f = f*f*(3.-2.*f);
    float bottom_near = mix(hash(i), hash(i+vec3(1,0,0)), f.x);
    float top_near = mix(hash(i+vec3(0,1,0)), hash(i+vec3(1,1,0)), f.x);
    float bottom_far = mix(hash(i+vec3(0,0,1)), hash(i+vec3(1,0,1)), f.x);
    float top_far = mix(hash(i+vec3(0,1,1)), hash(i+vec3(1,1,1)), f.x);
    return mix(mix(bottom_near, top_near, f.y), mix(bottom_far, top_far, f.y), f.z);
}
float noise(vec3 v) { return .5*value_noise(v)+.25*value_noise(v*2.1)+.15*value_noise(v*4.3)+.1*value_noise(v*8.7); }
float lit(float facing) {
    vec3 q = in_lamp.xyz/in_lamp.w*.5+.5;
    if (q.x<0. || q.x>1. || q.y<0. || q.y>1.) return 1.;
    float bias = .0022+.004*(1.-facing), sum = 0.;
    for (int i=0; i<4; i++) sum += texture(shadow, q.xy+(vec2(i&1, i>>1)*2.-1.)*shadow_blur).r+bias < q.z ? 0. : 1.;
    return sum/4.;
}
vec4 shown(vec3 light) { return vec4(pow(clamp(light,0.,1.), vec3(1./1.15)), 1.); }
"""

PERSON = (
    _INPUTS
    + "out vec4 colour;"
    + _LIGHT
    + """
uniform vec3 skin, hair, shirt, shirt2, shorts, shoes;
uniform int pattern;
uniform float fold;
vec3 shirt_colour() {
    if (pattern==1) return fract(r.y*14.)<.5 ? shirt : shirt2;
    if (pattern==2) return mix(shirt, shirt2, (step(.5, fract(r.y*9.))+step(.5, fract((r.x+r.z)*9.)))*.5);
    if (pattern==3) return mix(shirt, shirt2, smoothstep(.5, .55, noise(r*12.)));
    return shirt;
}
void main() {
    vec3 N = normalize(n);
    if (!gl_FrontFacing) N = -N;
    vec3 base = skin*(.88+.2*noise(r*9.))*(.95+.1*noise(r*60.));
    float shine = .10, bump = 0.;
    base = mix(base, hair*.9, smoothstep(.3, .7, f.x)*.85);
    if (c.w>0.) { base = hair*(.7+.6*noise(vec3(r.x*160., r.y*30., r.z*160.))); shine = .12; }
    if (c.y>0.) { base = shorts*(.85+.3*noise(r*25.)); bump = .5; shine = .03; }
    if (c.x>0.) { base = shirt_colour()*(.88+.24*noise(r*30.)); bump = 1.; shine = .03; }
    if (c.z>0.) { base = world.y<.022 ? vec3(.85) : shoes*(.85+.3*noise(r*60.)); bump = .3; shine = .15; }
    if (f.y>.5) { base = f.z>.5 ? vec3(.10,.07,.05) : vec3(.85); shine = .3; }
    if (bump>0.) {
        vec3 q = r*vec3(22.,16.,22.);
        float step_ = .02*8., here = noise(q);
        vec3 slope = vec3(noise(q+vec3(step_,0,0)), noise(q+vec3(0,step_,0)), noise(q+vec3(0,0,step_)))-here;
        N = normalize(N-fold*bump*slope*3.);
    }
    float facing = max(dot(N, to_lamp), 0.), s = lit(facing);
    vec3 V = normalize(eye-world), H = normalize(V+to_lamp);
    float from_above = .5+.5*N.y, near_floor = clamp(.55+.45*world.y/.5, .55, 1.);
    float fill = max(dot(N, normalize(vec3(-to_lamp.x, .3, -to_lamp.z))), 0.);
    vec3 room = ambient*mix(vec3(.55,.50,.46), vec3(1.,1.02,1.06), from_above)*near_floor;
    vec3 light = base*(room + lamp_colour*facing*s + .15*fill)
               + shine*lamp_colour*s*pow(max(dot(N,H),0.), 28.);
    light += .05*pow(1.-max(dot(N,V),0.), 3.);
    colour = shown(light);
}"""
)

SURFACE = (
    _INPUTS
    + "out vec4 colour;"
    + _LIGHT
    + """
uniform sampler2D wall;
void main() {
    vec3 base = t>-.5 ? texture(wall, p.xy).rgb : p*(.55+.75*texture(wall, vec2(world.x+world.y, world.z)*.37).g);
    vec3 N = normalize(n);
    float facing = max(dot(N, to_lamp), 0.), s = lit(facing);
    float contact = N.y>.9 ? 1.-.35*exp(-dot(world.xz, world.xz)/.12) : 1.;
    float lamp = N.y>.5 ? facing*.8 : .45+.3*facing;
    colour = shown(base*(ambient*(.75+.25*N.y)*contact + lamp_colour*lamp*mix(.45, 1., s)));
}"""
)

# Person white, everything else black; and depth only, for the lamp's shadow map.
SILHOUETTE = _INPUTS + "out vec4 colour; uniform float is_person; void main() { colour = vec4(vec3(is_person), 1.); }"
DEPTH = _INPUTS + "out vec4 colour; void main() { colour = vec4(1.); }"
